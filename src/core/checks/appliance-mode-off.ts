import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers, overlaps } from '../net/block.ts'
import type { AttachmentNet, Route, RouteTarget, Topology } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { byFamily, FAMILIES, type Family } from './parts/byFamily.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

const INSPECTS: ReadonlySet<string> = new Set(['gateway-load-balancer-endpoint', 'network-interface'])

/** Source: transit gateway guide, appliance in a shared services VPC; Reachability Analyzer guide. */
export const applianceModeOff: Check = {
  id: 'appliance-mode-off',
  severity: 'warning',
  title: 'Inspection VPC without appliance mode',
  why: 'Without appliance mode a transit gateway keeps traffic in the zone that it comes from. Between zones the two directions of a connection then meet different appliances, which drop what they saw only half of.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values())
      for (const attachment of vpc.attachments) {
        const { id, available, applianceMode, enis } = attachment
        if (!available || applianceMode) continue
        const sitesOf = (family: Family): ReadonlySet<string> =>
          new Set(
            isWayElsewhere(topology, attachment, family)
              ? enis
                  .flatMap(({ subnet }) => byFamily.routes(subnet.table, family))
                  .filter((route) => returns(route, attachment, family))
                  .flatMap(({ target }) => siteOf(target))
              : [],
          )
        // one appliance for all zones sees both directions anyway
        const sites = FAMILIES.map(sitesOf).find(({ size }) => size > 1)
        if (!sites) continue
        yield {
          at: [place(id, 'applianceMode'), place(vpc.id)],
          message: `The ${called(design, id)} leads to appliances in ${sites.size} places of the ${called(design, vpc.id)}, but appliance mode is off: answers may go to another appliance than requests.`,
          fixes: [
            {
              title: 'Turn on appliance mode',
              safety: 'safe',
              edits: [change('transit-gateway-attachment', id, { applianceMode: true })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** Whether the gateway sends into the VPC what is for elsewhere, to be looked at on its way. */
function isWayElsewhere({ transitTables }: Topology, { id, gateway, vpc }: AttachmentNet, family: Family): boolean {
  for (const table of transitTables.values())
    if (table.gateway === gateway)
      for (const { target, block } of byFamily.routes(table, family))
        if (target.kind === 'attachment' && target.id === id && !vpc!.blocks.some((own) => covers(own, block)))
          return true
  return false
}

/** Whether the table behind what inspects leads on to the gateway: what stays in the VPC, or leaves it another way, comes by no second attachment. */
function returns({ target, block }: Route, { gateway }: AttachmentNet, family: Family): boolean {
  if (!('eni' in target)) return true
  return byFamily
    .routes(target.eni.subnet.table, family)
    .some(
      (one) => one.target.kind === 'transit-gateway' && one.target.gateway === gateway && overlaps(one.block, block),
    )
}

/** The endpoint or appliance that a route leads to. A firewall has an endpoint of its own in each zone. */
const siteOf = (target: RouteTarget): readonly string[] =>
  'eni' in target && INSPECTS.has(target.kind) ? [`${target.id} ${target.eni.subnet.id}`] : []

const example = (applianceMode: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.transitGateway()
    b.transitTable(gateway, [['0.0.0.0/0', 'attachment']])
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => {
      const box = b.ec2(b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }), {
        sourceDestCheck: false,
        forwarding: 'routes',
      })
      const subnet = b.subnet(vpc, { zone, cidr: `10.0.1${i}.0/24` })
      b.routeTable(vpc, [['0.0.0.0/0', box]], { subnets: [subnet] })
      return subnet
    })
    b.mainTable(vpc, [['10.0.0.0/8', gateway]])
    b.attach(vpc, gateway, { id: 'attachment', subnets, applianceMode })
  })
