import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { type Block, covers, formatBlock } from '../net/block.ts'
import type { Route, TransitTableNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 API, CreateTransitGatewayVpcAttachmentRequestOptions: the setting propagates, and filters nothing. */
export const transitAttachmentWithoutIpv6: Check = {
  id: 'transit-attachment-without-ipv6',
  severity: 'warning',
  title: 'IPv6 block that an attachment does not propagate',
  why: 'A VPC’s IPv6 blocks are propagated into a transit gateway’s tables only with IPv6 support of its attachment on. Without it the gateway knows no way to them but static routes, so that answers over IPv6 are lost.',
  learnMore:
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html',
  *find({ design, topology }) {
    const tables = listOfKind(design, 'transit-gateway-route-table')
    for (const vpc of topology.vpcs.values())
      for (const { id, available, ipv6, gateway } of vpc.attachments) {
        if (!available || ipv6) continue
        const leads = ({ target }: Route) => target.kind === 'transit-gateway' && target.id === gateway.id
        const route = vpc.tables.flatMap(({ routes6 }) => routes6.find(leads) ?? [])[0]
        if (!route?.origin) continue
        for (const { id: table, propagations } of tables) {
          const net = topology.transitTables.get(table)
          if (!net || net.gateway !== gateway || !propagations.includes(id)) continue
          const block = vpc.blocks.find((one) => !isIp4(one.base) && !leadsTo(net, id, one))
          if (!block) continue
          yield {
            at: [place(id, 'ipv6Support'), place(table), route.origin],
            message: `The ${called(design, route.origin.construct)} leads ${route.label} to the ${called(design, gateway.id)}, but the ${called(design, id)} has IPv6 support off: ${formatBlock(block)} is not propagated into the ${called(design, table)}, and no static route leads there.`,
            fixes: [
              {
                title: 'Turn on IPv6 support',
                safety: 'safe',
                edits: [change('transit-gateway-attachment', id, { ipv6Support: true })],
              },
            ],
          }
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const leadsTo = ({ routes6 }: TransitTableNet, attachment: string, block: Block): boolean =>
  routes6.some(
    ({ target, block: own }) =>
      target.kind === 'attachment' && target.id === attachment && (covers(own, block) || covers(block, own)),
  )

const example = (ipv6Support: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    b.attach(vpc, gateway, { ipv6Support })
    b.mainTable(vpc, [['2001:db8:1::/48', gateway]])
  })
