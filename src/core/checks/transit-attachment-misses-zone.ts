import { groupBy } from '../base/groupBy.ts'
import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { AttachmentNet, SubnetNet, TableNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, VPC attachments; Reachability Analyzer, TGW_ROUTE_AZ_RESTRICTION. */
export const transitAttachmentMissesZone: Check = {
  id: 'transit-attachment-misses-zone',
  severity: 'warning',
  title: 'Zone without a subnet of the attachment',
  why: 'A transit gateway takes traffic from a zone only where its attachment has a subnet there. What subnets of other zones send to the gateway is dropped, whatever their routes say.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values()) {
      if (vpc.attachments.length === 0) continue
      for (const attachment of vpc.attachments) {
        if (!attachment.available || attachment.gap || attachment.enis.length === 0) continue
        const covered = new Set(attachment.enis.map(({ subnet }) => subnet.zoneName))
        const used = subnetsInUse(attachment).filter(({ zoneName }) => !covered.has(zoneName))
        for (const [zone, subnets] of groupBy(used, ({ zoneName }) => zoneName)) {
          const drawn = constructOfKind(design, attachment.id, 'transit-gateway-attachment')!
          const ids = subnets.map(({ id }) => id)
          yield {
            at: [place(attachment.id, 'subnets'), ...ids.map((id) => place(id))],
            message: `What is in ${calledAll(design, ids)} goes to the ${called(design, attachment.gateway.id)}, but the ${called(design, attachment.id)} has no subnet in ${zone}: it is dropped.`,
            fixes: [
              {
                title: `Add the ${called(design, ids[0]!)} to the attachment`,
                safety: 'review',
                edits: [change('transit-gateway-attachment', drawn.id, { subnets: [...drawn.subnets, ids[0]!] })],
              },
            ],
          }
        }
      }
    }
  },
  examples: { bad: () => example(['a']), good: () => example(['a', 'b']) },
}

/** Subnets with interfaces of clients or endpoints whose table leads to the attachment's gateway. */
function subnetsInUse({ vpc, gateway }: AttachmentNet): readonly SubnetNet[] {
  const found = new Set<SubnetNet>()
  for (const { role, subnet } of vpc?.enis ?? []) if (role !== 'transit-gateway' && !subnet.virtual) found.add(subnet)
  const leads = groupBy(found, ({ table }) => (leadsTo(table, gateway.id) ? 'yes' : null))
  return leads.get('yes') ?? []
}

const leadsTo = ({ routes4, routes6 }: TableNet, gateway: string): boolean =>
  [...routes4, ...routes6].some(({ target }) => target.kind === 'transit-gateway' && target.id === gateway)

const example = (subnets: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.transitGateway()
    b.subnet(vpc, { id: 'a', cidr: '10.0.1.0/24' })
    b.ec2(b.subnet(vpc, { id: 'b', zone: 'us-east-1b', cidr: '10.0.2.0/24' }))
    b.transitTable(gateway)
    b.attach(vpc, gateway, { subnets })
    b.mainTable(vpc, [['10.0.0.0/8', gateway]])
  })
