import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers } from '../net/block.ts'
import type { Origin } from '../topology/origin.ts'
import type { AttachmentNet, Route, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'

/** Source: whitepaper on multi-VPC networks, centralised egress for IPv6; VPC guide, egress-only internet gateways. */
export const ipv6LeavesByAnotherVpc: Check = {
  id: 'ipv6-leaves-by-another-vpc',
  severity: 'warning',
  title: 'IPv6 led to the internet gateway of another VPC',
  why: 'Internet gateways and egress-only ones take IPv6 from addresses of their own VPC alone, and answers go to the VPC that owns the block. A shared way out for IPv6 needs something in between that translates: NAT66, or a proxy.',
  learnMore:
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-for-ipv6.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values())
      for (const attachment of vpc.attachments) {
        const out = attachment.available ? wayOut(attachment) : undefined
        const brought = out && broughtFromElsewhere(vpc, attachment)
        if (!out?.origin || !brought?.origin) continue
        yield {
          at: [out.origin, brought.origin],
          message: `The ${called(design, brought.origin.construct)} leads ${brought.label} of other VPCs into the ${called(design, vpc.id)}, and the ${called(design, out.origin.construct)} leads it on to a gateway that takes that VPC’s own IPv6 only.`,
          fixes: withoutRoute(design, brought.origin),
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

/** The route by which IPv6 that comes in by an attachment goes straight out to the internet. */
function wayOut({ enis }: AttachmentNet): Route | undefined {
  const leads = ({ target }: Route) =>
    target.kind === 'internet-gateway' || target.kind === 'egress-only-internet-gateway'
  return enis.flatMap(({ subnet }) => subnet.table.routes6.find(leads) ?? [])[0]
}

/** The route of the gateway’s tables that brings IPv6 to the attachment which is not for the VPC itself. */
function broughtFromElsewhere(vpc: VpcNet, attachment: AttachmentNet): Route | undefined {
  for (const from of attachment.gateway.attachments.values()) {
    const sends = from !== attachment && from.vpc?.blocks.some(({ base }) => typeof base !== 'number')
    const route = sends
      ? from.table?.routes6.find(
          ({ target, block }) =>
            target.kind === 'attachment' &&
            target.attachment === attachment &&
            !vpc.blocks.some((own) => covers(own, block)),
        )
      : undefined
    if (route) return route
  }
  return undefined
}

function withoutRoute(design: Design, { construct, path }: Origin): readonly Fix[] {
  const table = constructOfKind(design, construct, 'transit-gateway-route-table')
  const [, index] = path
  if (!table || typeof index !== 'number') return []
  const edit = change('transit-gateway-route-table', construct, { routes: table.routes.toSpliced(index, 1) })
  return [{ title: 'Delete the transit gateway’s route', safety: 'review', edits: [edit] }]
}

const example = (shared: boolean) =>
  buildDesign((b) => {
    const gateway = b.transitGateway()
    const egress = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(egress, { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
    b.mainTable(egress, [['::/0', b.egressOnlyInternetGateway(egress)]])
    const app = b.vpc({ cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8:1::/56'] })
    b.subnet(app, { cidr: '10.1.1.0/24', ipv6Cidr: '2001:db8:1:1::/64' })
    b.transitTable(gateway, shared ? [['::/0', 'shared']] : [])
    b.attach(egress, gateway, { id: 'shared', ipv6Support: true })
    b.attach(app, gateway, { ipv6Support: true })
  })
