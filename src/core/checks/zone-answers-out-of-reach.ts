import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Address, formatAddress, parseAddress } from '../net/address.ts'
import { contains } from '../net/block.ts'
import { scopeOf } from '../net/scopeOf.ts'
import { networksToward } from '../sim/dns/networksToward.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { Route, RouteList, Topology, VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Sources: Route 53 guide, associating more VPCs: a zone brings names to a VPC, not a way; whitepaper, centralized access to VPC private endpoints. */
export const zoneAnswersOutOfReach: Check = {
  id: 'zone-answers-out-of-reach',
  severity: 'warning',
  title: 'Zone that answers with addresses out of reach',
  why: 'A private zone that is associated with a VPC brings it names and no way. Where no route of the VPC leads to the addresses, clients get the name and their connections time out.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  *find({ design, topology }) {
    const reachers = new Map<VpcNet, (address: Address) => boolean>()
    for (const zone of listOfKind(design, 'hosted-zone')) {
      if (zone.visibility !== 'private') continue
      for (const [i, id] of zone.vpcs.entries()) {
        const vpc = topology.vpcs.get(id)
        // nobody is there to ask: the zone may serve those who ask by an inbound endpoint
        if (!vpc?.enis.some(({ role }) => role === 'client')) continue
        const reaches = reachers.get(vpc) ?? createReacher(vpc)
        reachers.set(vpc, reaches)
        const lost = zone.records.flatMap((record, at) => {
          const addresses = addressesOf(topology, record)
          return addresses.length > 0 && !addresses.some(reaches)
            ? [{ at, name: record.name, address: addresses[0]! }]
            : []
        })
        const [first] = lost
        if (!first) continue
        const more = lost.length > 1 ? ` (and ${lost.length - 1} more of its records)` : ''
        const name = first.name === '@' ? zone.domain : first.name
        yield {
          at: [place(zone.id, 'records', first.at), place(zone.id, 'vpcs', i), place(id)],
          message: `The ${called(design, zone.id)} answers ${name} with ${formatAddress(first.address)} in the ${called(design, id)}${more}, and no route of that VPC leads there.`,
          fixes: [
            {
              title: `Take the ${called(design, id)} off the ${called(design, zone.id)}`,
              safety: 'review',
              edits: [change('hosted-zone', zone.id, { vpcs: zone.vpcs.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** The private addresses that a record answers with. */
function addressesOf(
  { endpoints, balancers }: Topology,
  { type, values, alias }: { readonly type: string; readonly values: readonly string[]; readonly alias: string | null },
): readonly Address[] {
  const behind = alias === null ? undefined : (endpoints.get(alias) ?? balancers.get(alias))
  const found =
    alias === null
      ? type === 'A' || type === 'AAAA'
        ? values.flatMap((text) => parseAddress(text) ?? [])
        : []
      : behind && !('internetFacing' in behind && behind.internetFacing)
        ? behind.enis.flatMap(({ address }) => address ?? [])
        : []
  return found.filter((address) => PRIVATE.has(scopeOf(address)))
}
const PRIVATE: ReadonlySet<string> = new Set(['rfc1918', 'rfc6598'])

/** Whether some table of a VPC leads to an address, as far as anybody can say; what is not known leads everywhere. */
function createReacher(vpc: VpcNet): (address: Address) => boolean {
  const { networks, tables } = networksToward(vpc, () => true)
  const isOpen = vpc.unread.length > 0 || tables.some(({ unread }) => unread.length > 0)
  return (address) =>
    isOpen ||
    vpc.tables.some((table) => {
      const route = lookUpRoute(table, address)
      return route !== null && mayLeadTo(route, address, networks, tables)
    })
}

function mayLeadTo(
  { target }: Route,
  address: Address,
  networks: readonly VpcNet[],
  tables: readonly RouteList[],
): boolean {
  const isIn = ({ blocks, unread }: VpcNet) =>
    unread.length > 0 || blocks.length === 0 || blocks.some((block) => contains(block, address))
  switch (target.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'gateway-endpoint':
    case 'blackhole':
      return false
    case 'peering':
      return [target.peering.requester, target.peering.accepter].some((one) => one === null || isIn(one))
    case 'transit-gateway':
      return tables.some((table) => {
        const onward = lookUpRoute(table, address)?.target
        if (onward?.kind !== 'attachment') return false
        const network = onward.attachment.vpc ?? onward.attachment.link?.network
        return !network || isIn(network)
      })
    case 'nat-gateway':
    case 'regional-nat-gateway':
      return networks.slice(1).some(isIn)
    default:
      return true
  }
}

const example = (joined: boolean) =>
  buildDesign((b) => {
    const [hub, spoke] = [b.vpc({ cidrs: ['10.0.0.0/16'] }), b.vpc({ cidrs: ['10.1.0.0/16'] })]
    for (const vpc of [hub, spoke]) b.set<'vpc'>(vpc, { dnsHostnames: true })
    b.ec2(b.subnet(spoke, { cidr: '10.1.1.0/24' }))
    const peering = b.peering(spoke, hub)
    if (joined) b.mainTable(spoke, [['10.0.0.0/16', peering]])
    b.hostedZone('corp.example.com', [spoke, hub], { records: [['app', 'A', '10.0.1.9']] })
  })
