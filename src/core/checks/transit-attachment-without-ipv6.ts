import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Route } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, VPC attachments, IPv6 support. */
export const transitAttachmentWithoutIpv6: Check = {
  id: 'transit-attachment-without-ipv6',
  severity: 'warning',
  title: 'IPv6 routed to an attachment that carries none',
  why: 'An attachment to a transit gateway carries IPv6 only with IPv6 support on. Routes for IPv6 that lead to the gateway drop what they match otherwise.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values())
      for (const { id, available, ipv6, gateway } of vpc.attachments) {
        if (!available || ipv6) continue
        const leads = ({ target }: Route) => target.kind === 'transit-gateway' && target.id === gateway.id
        const route = vpc.tables.flatMap(({ routes6 }) => routes6.find(leads) ?? [])[0]
        if (!route?.origin) continue
        yield {
          at: [place(id, 'ipv6Support'), route.origin],
          message: `The ${called(design, route.origin.construct)} leads ${route.label} to the ${called(design, gateway.id)}, but the ${called(design, id)} carries no IPv6.`,
          fixes: [
            {
              title: 'Turn on IPv6 support',
              safety: 'safe',
              edits: [change('transit-gateway-attachment', id, { ipv6Support: true })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (ipv6Support: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    b.attach(vpc, gateway, { ipv6Support })
    b.mainTable(vpc, [['2001:db8:1::/48', gateway]])
  })
