import type { ReactNode } from 'react'
import type { ConstructKind, ConstructOf } from '../../core/model/index.ts'

/** Kinds, and the variants of a kind that look different. */
export type GlyphName =
  | ConstructKind
  | 'subnet-public'
  | 'subnet-private'
  | `client-${ConstructOf<'client'>['runtime']}`

/** The drawings of what most designs have: a 20 px grid, one stroke of 1.5 px, no fills. A plug is an endpoint, layers are a service: the two never look alike. The others are in `rareGlyphs.tsx`. */
export const glyphs = {
  account: (
    <>
      <rect x="2.75" y="4.75" width="14.5" height="10.5" rx="2" />
      <circle cx="7" cy="9" r="1.5" />
      <path d="M4.9 12.6c.6-1 3.6-1 4.2 0M12 8.5h2.75M12 11.5h2.75" />
    </>
  ),
  region: <path d="M4.5 17V3.5M4.5 4.25h11l-2.25 3.5 2.25 3.5h-11" />,
  vpc: (
    <>
      <path d="M6.5 14.25H5.6a3.1 3.1 0 0 1-.4-6.18 4.6 4.6 0 0 1 8.84-.72 3.5 3.5 0 0 1 3.2 3.4" />
      <rect x="9.5" y="12.5" width="6.5" height="4.75" rx="1" />
      <path d="M11.1 12.4v-.9a1.65 1.65 0 0 1 3.3 0v.9" />
    </>
  ),
  'availability-zone': (
    <path d="M2.75 16.5h14.5M4.5 16.5V7l5.5-3.25V16.5M10 8.25h5.5v8.25M7.25 9v.01M7.25 12v.01M12.75 11.25v.01M12.75 13.75v.01" />
  ),
  subnet: (
    <>
      <rect x="3.25" y="3.25" width="13.5" height="13.5" rx="2" />
      <path d="M3.25 8h13.5M8 8v8.75M8 12.4h8.75" />
    </>
  ),
  'subnet-public': (
    <>
      <rect x="4.25" y="9" width="11.5" height="7.75" rx="1.5" />
      <path d="M6.75 9V6.25a3.25 3.25 0 0 1 6.2-1.4M10 12v1.75" />
    </>
  ),
  'subnet-private': (
    <>
      <rect x="4.25" y="9" width="11.5" height="7.75" rx="1.5" />
      <path d="M6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9M10 12v1.75" />
    </>
  ),
  'route-table': <path d="M10 2.75v14.5M10 4.5h5l1.75 1.75L15 8h-5M10 9.5H5L3.25 11.25 5 13h5M7.5 17.25h5" />,
  'internet-gateway': (
    <path d="M3.75 16.75V9.5a6.25 6.25 0 0 1 12.5 0v7.25M2.5 16.75h2.75M14.75 16.75h2.75M10 16.25v-8M7.25 11 10 8.25 12.75 11" />
  ),
  'nat-gateway': <path d="M3.25 7h13M13.5 4.25 16.25 7 13.5 9.75M16.75 13h-13M6.5 10.25 3.75 13l2.75 2.75" />,
  'gateway-endpoint': (
    <path d="M3.75 16.75V9.5a6.25 6.25 0 0 1 12.5 0v7.25M2.5 16.75h2.75M14.75 16.75h2.75M8.5 9V7.25M11.5 9V7.25M7.25 9h5.5v1.25a2.75 2.75 0 0 1-5.5 0zM10 13v3.75" />
  ),
  'interface-endpoint': (
    <path d="M7.25 6.5V2.75M12.75 6.5V2.75M4.75 6.5h10.5v2.75a5.25 5.25 0 0 1-10.5 0zM10 14.5v2.75" />
  ),
  client: (
    <>
      <rect x="2.75" y="3.75" width="14.5" height="9.5" rx="1.5" />
      <path d="M7 16.75h6M10 13.25v3.5" />
    </>
  ),
  'client-ec2': (
    <>
      <rect x="5" y="5" width="10" height="10" rx="1.5" />
      <path d="M8 5V2.75M12 5V2.75M8 17.25V15M12 17.25V15M5 8H2.75M5 12H2.75M17.25 8H15M17.25 12H15" />
    </>
  ),
  'client-lambda': <path d="M5.25 3.5h2.5l5.9 13h1.6M9.3 7.4 4.75 16.5" />,
  'client-ecs': <path d="M10 2.75 16.25 6.25v7.5L10 17.25 3.75 13.75v-7.5zM3.75 6.25 10 9.75l6.25-3.5M10 9.75v7.5" />,
  'security-group': <path d="M10 2.75 16 5v4.75c0 3.6-2.45 6.3-6 7.5-3.55-1.2-6-3.9-6-7.5V5zM7.25 10l2 2 3.5-4" />,
  'network-acl': (
    <>
      <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="1.5" />
      <path d="M2.75 7.9h14.5M2.75 12.1h14.5M8 3.75V7.9M12.5 7.9v4.2M8 12.1v4.15" />
    </>
  ),
  'aws-service': (
    <path d="M10 2.75 17.25 6.5 10 10.25 2.75 6.5zM2.75 10 10 13.75 17.25 10M2.75 13.5 10 17.25l7.25-3.75" />
  ),
  's3-bucket': (
    <>
      <ellipse cx="10" cy="5" rx="6.25" ry="2" />
      <path d="m3.75 5 1.5 10.1c.2 1.2 2.2 2.1 4.75 2.1s4.55-.9 4.75-2.1L16.25 5" />
    </>
  ),
} as const satisfies { readonly [Name in GlyphName]?: ReactNode }
