import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Block, parseBlock } from '../../net/block.ts'
import type { Origin } from '../origin.ts'
import type { TopologyGap, UnreadBlock } from '../topology.ts'
import { addGap, type Building, familyOf, isGap, type LinkBuild, type Lower, lowerBlock } from './building.ts'

export const lowerPrivateGateways: Lower<'virtual-private-gateway'> = (building, gateways) => {
  for (const { id, vpc } of gateways) {
    const net = building.vpcs.get(vpc) ?? null
    const gap = net ? null : addGap(building, 'dangling-reference', { construct: id, path: ['vpc'] }, `no VPC “${vpc}”`)
    building.privateGateways.set(id, { id, vpc: net, links: [], edge: null, gap })
  }
}

/** VPN connections, which join on-premises networks to AWS. Source: Site-to-Site VPN guide. */
export const lowerVpns: Lower<'vpn-connection'> = (building, vpns) => {
  const customers = new Map(building.byKind['customer-gateway'].map((one) => [one.id, one]))
  for (const vpn of vpns) {
    const customer = customers.get(vpn.customerGateway)
    const network = customer?.network ?? null
    const link = createLink(building, vpn, network, vpn.routes, 'routes')
    link.up = vpn.state === 'available' && vpn.tunnelsUp !== false
    if (vpn.tunnelsUp === null)
      link.doubt = addGap(
        building,
        'dangling-reference',
        { construct: vpn.id, path: ['tunnelsUp'] },
        'whether one of its tunnels is up is not known',
      )
    link.source = vpn.routing === 'static' ? 'from-vpn-static' : 'from-vpn-bgp'
    if (vpn.routing === 'bgp' && vpn.routes.length === 0) learn(link, customer === undefined || network !== null)
    if (vpn.routing === 'bgp' && !vpn.allRoutes) link.unread = [...link.unread, ...unknownBlocks(building, vpn.id)]
    join(building, link, vpn)
  }
}

/** Direct Connect links, which join on-premises networks to AWS. Source: Direct Connect guide. */
export const lowerDirectConnects: Lower<'direct-connect'> = (building, lines) => {
  for (const line of lines) {
    const link = createLink(building, line, line.network, line.announced, 'announced')
    link.up = line.state === 'available'
    link.source = 'from-direct-connect'
    link.mtu = line.mtu === 'unknown' ? null : Number(line.mtu)
    if (line.announced.length === 0) learn(link, line.network !== null)
    if (line.allowedPrefixes.length > 0) {
      const { blocks, unread } = readBlocks(building, line.id, 'allowedPrefixes', line.allowedPrefixes)
      link.allowed = blocks
      link.unreadAllowed = unread
    }
    join(building, link, line)
  }
}

/** By BGP the network announces its blocks. `named`: the design names one; where that is missing, it may announce anything. */
function learn(link: LinkBuild, named: boolean): void {
  const { network, gap } = link
  link.blocks = [...(network?.blocks ?? [])]
  link.unread = network ? [...network.unread] : named && gap ? [{ family: null, gap }] : []
}

/** Where nobody knows what BGP announces, it is private blocks: a default route or public blocks of one's own are not thought of. */
function unknownBlocks(building: Building, id: string): UnreadBlock[] {
  const gap = addGap(
    building,
    'dangling-reference',
    { construct: id, path: ['allRoutes'] },
    'the design does not have all blocks that it announces',
  )
  return [...PRIVATE.map((within): UnreadBlock => ({ family: 4, within, gap })), { family: 6, gap }]
}
/** Sources: RFC 1918, RFC 6598. */
const PRIVATE: readonly Block[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap((text) => {
  const read = parseBlock(text)
  return read.ok ? [read.block] : []
})

type Line = ConstructOf<'vpn-connection'> | ConstructOf<'direct-connect'>

function createLink(
  building: Building,
  line: Line,
  networkId: string | null,
  routes: readonly string[],
  field: string,
): LinkBuild {
  const network = networkId === null ? null : (building.onPremises.get(networkId) ?? null)
  const at: Origin = { construct: line.id, path: [line.kind === 'vpn-connection' ? 'customerGateway' : 'network'] }
  const gap: TopologyGap | null = network
    ? null
    : { code: 'dangling-reference', at, message: 'the network behind it is not in the design' }
  return {
    id: line.id,
    kind: line.kind === 'vpn-connection' ? 'vpn' : 'direct-connect',
    source: 'from-vpn-static',
    up: true,
    doubt: null,
    network,
    ...readBlocks(building, line.id, field, routes),
    mtu: null,
    allowed: null,
    unreadAllowed: [],
    privateGateway: null,
    attachment: null,
    gatewayGap: null,
    gap,
  }
}

function readBlocks(building: Building, id: string, field: string, texts: readonly string[]) {
  const blocks: Block[] = []
  const unread: UnreadBlock[] = []
  texts.forEach((text, index) => {
    const block = lowerBlock(building, text, { construct: id, path: [field, index] })
    if (isGap(block)) unread.push({ family: familyOf(text), gap: block })
    else blocks.push(block)
  })
  return { blocks, unread }
}

function join(building: Building, link: LinkBuild, { id, gateway }: Line): void {
  const known = building.privateGateways.get(gateway)
  if (known) {
    known.links.push(link)
    link.privateGateway = known
    link.gatewayGap = known.gap
  } else if (!building.byKind['transit-gateway'].some((one) => one.id === gateway))
    link.gatewayGap = addGap(
      building,
      'dangling-reference',
      { construct: id, path: ['gateway'] },
      `no gateway “${gateway}”`,
    )
  building.links.set(id, link)
}
