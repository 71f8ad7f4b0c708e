import type { ReactNode } from 'react'
import type { GlyphName, glyphs } from './glyphs.tsx'

/** The drawings of all that is not in `glyphs.tsx`, in the same way; fetched after the page. A new kind's is one of them. */
export const rareGlyphs: { readonly [Name in Exclude<GlyphName, keyof typeof glyphs>]: ReactNode } = {
  'prefix-list': <path d="M8.5 5.25h8M8.5 10h8M8.5 14.75h8M5.25 3.75l-1.5 3M5.25 8.5l-1.5 3M5.25 13.25l-1.5 3" />,
  'dynamodb-table': (
    <>
      <ellipse cx="10" cy="5" rx="6.25" ry="2.25" />
      <path d="M3.75 5v10c0 1.25 2.8 2.25 6.25 2.25s6.25-1 6.25-2.25V5M3.75 10c0 1.25 2.8 2.25 6.25 2.25s6.25-1 6.25-2.25" />
    </>
  ),
  'client-database': <path d="M4 5.5c0-3.4 12-3.4 12 0v9c0 3.4-12 3.4-12 0zM4 5.5c0 3.4 12 3.4 12 0M7 11.5h2M7 14h4" />,
  'client-eks': <path d="M10 2.75 16.25 6.4v7.2L10 17.25 3.75 13.6V6.4zM3.75 6.4 10 10l6.25-3.6M10 10v7.25" />,
  'client-other': <path d="M5 5h10v10H5zM8.5 8.25a1.6 1.6 0 1 1 1.6 2.1v.4M10.1 13v.01M2.75 10H5M15 10h2.25" />,
  'egress-only-internet-gateway': (
    <path d="M3.75 16.75V9.5a6.25 6.25 0 0 1 12.5 0v7.25M2.5 16.75h2.75M14.75 16.75h2.75M7 12.5h6M10.5 10l2.5 2.5-2.5 2.5" />
  ),
  'regional-nat-gateway': (
    <path d="M3 4h14v12H3zM5.5 8.25h8M11.5 6l2.25 2.25-2.25 2.25M14.5 12.5h-8M8.5 10.25 6.25 12.5l2.25 2.25" />
  ),
  'elastic-ip': (
    <path d="M10 17.25S4.25 12 4.25 8a5.75 5.75 0 0 1 11.5 0c0 4-5.75 9.25-5.75 9.25zM8.5 6.25v4M11.5 10.25v-4h1.25" />
  ),
  'gateway-load-balancer-endpoint': (
    <path d="M7.25 5.5v-3M12.75 5.5v-3M4.75 5.5h10.5v1.75a5.25 5.25 0 0 1-10.5 0zM10 12.5v2M10 14.5l2 1.4-2 1.6-2-1.6z" />
  ),
  'endpoint-service': (
    <path d="M3 3.25h14v6.5H3zM10 9.75v2.5M7.25 15.75v1.5M12.75 15.75v1.5M5.5 12.25h9v3.5h-9zM6 6.5h4" />
  ),
  'network-load-balancer': (
    <path d="M10 2.75v4M10 6.75 4.5 13M10 6.75V13M10 6.75 15.5 13M3 13h3v3.5H3zM8.5 13h3v3.5h-3zM14 13h3v3.5h-3z" />
  ),
  'application-load-balancer': (
    <path d="M7 2.75h6v4H7zM10 6.75v2.5M4.5 13V9.25h11V13M3 13h3v3.5H3zM14 13h3v3.5h-3zM8.25 4.75v.01M10 4.75h1.75" />
  ),
  'gateway-load-balancer': (
    <path d="M3.75 12V9.5a6.25 6.25 0 0 1 12.5 0V12M2.5 12h2.75M14.75 12h2.75M10 6.5V10M10 10l-3.5 3M10 10l3.5 3M5.25 13.25h2.5v3.5h-2.5zM12.25 13.25h2.5v3.5h-2.5z" />
  ),
  'target-group': (
    <path d="M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM10 7.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5zM10 2.25V5.5M10 14.5v3.25M2.25 10H5.5M14.5 10h3.25" />
  ),
  'peering-connection': <path d="M2.75 6.5h5v7h-5zM12.25 6.5h5v7h-5zM7.75 8.75h4.5M7.75 11.25h4.5" />,
  'transit-gateway': (
    <path d="M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 7V2.75M10 17.25V13M7 10H2.75M17.25 10H13M8.25 4.5 10 2.75l1.75 1.75M8.25 15.5 10 17.25l1.75-1.75M4.5 8.25 2.75 10l1.75 1.75M15.5 8.25 17.25 10l-1.75 1.75" />
  ),
  'transit-gateway-attachment': (
    <path d="M13 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 10H2.75M5.25 7.5v5M13 7V3.5M13 16.5V13M16 10h1.5" />
  ),
  'transit-gateway-peering': (
    <path d="M5.25 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM14.75 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM7.75 10h4.5M5.25 7.5V4M5.25 16v-3.5M14.75 7.5V4M14.75 16v-3.5" />
  ),
  'transit-gateway-route-table': (
    <path d="M6 3.5a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5zM6 8v9M6 11.5h8.25l1.5 1.5-1.5 1.5H6M8.25 5.75h8" />
  ),
  'virtual-private-gateway': (
    <path d="M3.75 16.75V9.5a6.25 6.25 0 0 1 12.5 0v7.25M2.5 16.75h2.75M14.75 16.75h2.75M7.5 11.5h5v3.75h-5zM8.5 11.5v-1.25a1.5 1.5 0 0 1 3 0v1.25" />
  ),
  'customer-gateway': (
    <path d="M2.75 11h14.5v5.25H2.75zM5.5 13.6v.01M8 13.6v.01M13.5 13.6h1.25M10 11V7.5M7.25 7a3.9 3.9 0 0 1 5.5 0M5.25 4.75a6.75 6.75 0 0 1 9.5 0" />
  ),
  'vpn-connection': (
    <path d="M2.75 7.25h14.5M2.75 12.75h3.5M13.75 12.75h3.5M6.75 11h6.5v5.5h-6.5zM8.25 11V9.75a1.75 1.75 0 0 1 3.5 0V11" />
  ),
  'direct-connect': (
    <path d="M2.75 10h3.5M13.75 10h3.5M6.25 7.5h7.5v5h-7.5zM8.75 7.5v5M11.25 7.5v5M4.5 5.5v-2M15.5 5.5v-2M4.5 16.5v-2M15.5 16.5v-2" />
  ),
  'on-premises-network': (
    <path d="M3.5 17V5.5L9 3v14M9 8h7.5v9M2.5 17h15M6.25 7.5v.01M6.25 10.5v.01M6.25 13.5v.01M12 11h1.5M12 14h1.5" />
  ),
  'on-premises-host': <path d="M5.5 2.75h9v14.5h-9zM8 5.75h4M8 8.25h4M10 13.75v.01M5.5 11h9" />,
  'hosted-zone': (
    <path d="M10 2.75 16.75 5v5c0 3.4-2.8 6-6.75 7.25C6.05 16 3.25 13.4 3.25 10V5zM7 12.25v-4.5l3 4.5v-4.5M12.75 7.75v4.5" />
  ),
  'resolver-endpoint': (
    <path d="M8.75 3.5a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5zM12.5 12.5l4.25 4.25M6.25 8.75h5M9.25 6.75l2 2-2 2" />
  ),
  'resolver-rule': (
    <path d="M3.25 3.25h9.5v13.5h-9.5zM5.75 6.5h4.5M5.75 9.25h2.5M9.5 12.5h7.75M15 10.25l2.25 2.25L15 14.75" />
  ),
  'block-public-access': (
    <path d="M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5zM5 4.9 15.1 15M10 2.75c2 1.9 3.1 4.5 3.1 7.25M6.9 10c0 2.75 1.1 5.35 3.1 7.25" />
  ),
  'network-firewall': (
    <path d="M2.75 9.5h14.5v7.25H2.75zM2.75 13.1h14.5M7.5 9.5v3.6M12.5 13.1v3.65M10 8c2.2-1 2-3.2.4-5.25C10.2 4.5 7.6 5 8 7" />
  ),
  'resource-endpoint': (
    <path d="M7.25 5.5v-3M12.75 5.5v-3M4.75 5.5h10.5v1.25a5.25 5.25 0 0 1-10.5 0zM10 12v1.75M6.5 15c0-1.6 7-1.6 7 0v1.25c0 1.6-7 1.6-7 0z" />
  ),
  'service-network': (
    <path d="M10 3a1.75 1.75 0 1 0 0 3.5A1.75 1.75 0 0 0 10 3zM4.75 13a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5zM15.25 13a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5zM9 6.4l-3.4 6.7M11 6.4l3.4 6.7M6.5 14.75h7" />
  ),
  'service-network-endpoint': (
    <path d="M7.25 5.5v-3M12.75 5.5v-3M4.75 5.5h10.5v1.25a5.25 5.25 0 0 1-10.5 0zM10 12v1.5M10 13.5l-3.5 3M10 13.5l3.5 3M5.5 17h2M12.5 17h2" />
  ),
  'internet-host': (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <ellipse cx="10" cy="10" rx="3.1" ry="7.25" />
      <path d="M2.75 10h14.5" />
    </>
  ),
  'firewall-rule-group': (
    <path d="M2.75 3.25h14.5v13.5H2.75zM2.75 7.75h14.5M2.75 12.25h14.5M7.5 3.25v4.5M12.5 7.75v4.5M7.5 12.25v4.5" />
  ),
  'dns-firewall-rule-group': (
    <path d="M3.25 3.25h13.5v13.5H3.25zM3.25 7.75h13.5M3.25 12.25h13.5M8 3.25v4.5M12.5 7.75v4.5M6.5 12.25v4.5" />
  ),
  'route-53-profile': <path d="M5.5 2.75h9v14.5h-9zM8 6.5h4M8 9.5h4M8 12.5h2.5M2.75 5.5v9M17.25 5.5v9" />,
  'api-gateway-api': <path d="M6.5 3.25h7v13.5h-7zM6.5 7.75h-3v4.5h3M13.5 7.75h3v4.5h-3M9 10h2" />,
  'resource-gateway': <path d="M10 3.25h6.75v13.5H10M2.75 10h8.5M8.25 7l3 3-3 3" />,
  'resource-configuration': (
    <path d="M4.25 5.25c0-1.1 2.6-2 5.75-2s5.75.9 5.75 2v9.5c0 1.1-2.6 2-5.75 2s-5.75-.9-5.75-2zM4.25 5.25c0 1.1 2.6 2 5.75 2s5.75-.9 5.75-2M7 11.5h6" />
  ),
  'iam-role': (
    <>
      <circle cx="7.75" cy="6.5" r="3" />
      <path d="M2.75 16.75c0-3 2.2-5 5-5 .9 0 1.8.2 2.5.6M12 13.25l2.75-1.5 2.75 1.5v1.5c0 1.4-1.1 2.3-2.75 3-1.65-.7-2.75-1.6-2.75-3z" />
    </>
  ),
  'iam-user': (
    <path d="M10 3.25a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5zM3.75 16.75c0-3.2 2.8-5 6.25-5s6.25 1.8 6.25 5M13.5 3.5l1.5-.75" />
  ),
  's3-access-point': (
    <path d="M4.25 4.75c0-.8 2.6-1.5 5.75-1.5s5.75.7 5.75 1.5M4.25 4.75 5.5 15c.2 1 2.1 1.75 4.5 1.75M15.75 4.75l-.5 4M10 12.75h7.25M14.5 10l2.75 2.75-2.75 2.75" />
  ),
  'policy-resource': (
    <path d="M11.5 2.75h-7v14.5h4M11.5 2.75l3.5 3.5v2.5M11.5 2.75v3.5H15M7 9.5h3.5M7 12.5h2M11 12.75l3-1.5 3 1.5v1.5c0 1.5-1.2 2.4-3 3.1-1.8-.7-3-1.6-3-3.1z" />
  ),
}
