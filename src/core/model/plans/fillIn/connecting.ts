import { addOffset, formatAddress, isIp4, parseAddress } from '../../../net/address.ts'
import { blockOf } from '../../../net/block.ts'
import { listOfKind, regionOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import { createConstruct } from '../../kinds/createConstruct.ts'
import type { ConstructOf } from '../../kinds/registry.ts'
import { newId } from '../../newId.ts'
import { arePeers } from '../../reach.ts'
import { enterTable } from '../enterTable.ts'
import { arrivalProblem } from '../lieIn.ts'
import { nextHostAddress, nextOnPremisesBlock } from '../nextFree.ts'
import { ownerIn } from '../ownerIn.ts'
import { type Fillers, firstInEachZone, subnetUnder, zonesText } from './filling.ts'
import { overlapOf } from './overlapOf.ts'

/** Gateways and connections between networks, and networks outside AWS. */
export const connecting: Fillers<
  | 'egress-only-internet-gateway'
  | 'regional-nat-gateway'
  | 'elastic-ip'
  | 'peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-attachment'
  | 'transit-gateway-peering'
  | 'transit-gateway-route-table'
  | 'virtual-private-gateway'
  | 'customer-gateway'
  | 'vpn-connection'
  | 'direct-connect'
  | 'on-premises-network'
  | 'on-premises-host'
  | 'block-public-access'
> = {
  'egress-only-internet-gateway': ({ design, container }, blank) => {
    const problem = container && arrivalProblem(design, blank, container)
    return problem
      ? { refusal: problem }
      : { construct: blank, sentence: `Attaches an egress-only internet gateway to ${container?.name}` }
  },
  'virtual-private-gateway': ({ design, container }, blank) => {
    const problem = container && arrivalProblem(design, blank, container)
    return problem
      ? { refusal: problem }
      : { construct: blank, sentence: `Attaches a virtual private gateway to ${container?.name}` }
  },
  'regional-nat-gateway': ({ container }, blank) => ({
    construct: blank,
    sentence: `Regional NAT gateway serves all zones of ${container?.name}`,
  }),
  'elastic-ip': ({ design, container, target }, blank) => {
    const takes =
      target?.kind === 'client' || target?.kind === 'nat-gateway' || target?.kind === 'network-load-balancer'
    const holder = takes && !listOfKind(design, 'elastic-ip').some((one) => one.holder === target.id) ? target : null
    return {
      construct: { ...blank, holder: holder?.id ?? null },
      sentence: holder
        ? `Associates an Elastic IP address with ${holder.name}`
        : `Adds an Elastic IP address to ${container?.name}`,
    }
  },
  'peering-connection': ({ design, container }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const others = listOfKind(design, 'vpc').filter((one) => one.id !== vpc.id && !arePeers(design, vpc.id, one.id))
    const accepter = others.find((one) => overlapOf(vpc, one) === null)
    if (accepter)
      return {
        construct: { ...blank, accepter: accepter.id },
        sentence: `Peers ${vpc.name} with ${accepter.name}; both sides still need routes`,
      }
    const [clash] = others
    return {
      refusal: clash
        ? `${vpc.name} and ${clash.name} both have ${overlapOf(vpc, clash)}: AWS peers no VPCs whose blocks overlap`
        : 'A peering connection joins two VPCs: draw the other one first',
    }
  },
  'transit-gateway': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    const table = createConstruct(
      'transit-gateway-route-table',
      newId(design, 'transit-gateway-route-table'),
      `${blank.name} route table`,
      blank.id,
    )
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds a transit gateway to ${container?.name}, with a route table`,
      also: [...owner.edits, { kind: 'add', construct: table }],
    }
  },
  'transit-gateway-attachment': ({ design, container, target }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const gateways = gatewaysNear(design, vpc.id)
    const attached = new Set(
      listOfKind(design, 'transit-gateway-attachment')
        .filter((one) => one.vpc === vpc.id)
        .map((one) => one.transitGateway),
    )
    const gateway = gateways.find(({ id }) => !attached.has(id))
    if (!gateway)
      return {
        refusal: gateways[0]
          ? `${vpc.name} is attached to ${gateways[0].name} already`
          : 'An attachment leads to a transit gateway: draw one in the Region first',
      }
    const subnets = firstInEachZone(design, vpc.id, subnetUnder(design, target))
    return {
      construct: { ...blank, transitGateway: gateway.id, subnets },
      sentence: `Attaches ${vpc.name} to ${gateway.name} in ${zonesText(subnets.length)}`,
      also: enterTable(design, gateway.id, blank.id, true),
    }
  },
  'transit-gateway-peering': ({ design, container }, blank) => {
    const joined = new Set(
      listOfKind(design, 'transit-gateway-peering')
        .filter((one) => one.transitGateway === container?.id || one.peer === container?.id)
        .flatMap((one) => [one.transitGateway, one.peer]),
    )
    const peer = listOfKind(design, 'transit-gateway').find((one) => one.id !== container?.id && !joined.has(one.id))
    if (!peer || !container) return { refusal: 'A peering joins two transit gateways: draw the other one first' }
    return {
      construct: { ...blank, peer: peer.id },
      sentence: `Peers ${container.name} with ${peer.name}; both sides still need static routes`,
      also: [...enterTable(design, container.id, blank.id, false), ...enterTable(design, peer.id, blank.id, false)],
    }
  },
  'transit-gateway-route-table': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a route table to ${container?.name}; attachments use it once they are associated`,
  }),
  'customer-gateway': ({ design, container }, blank) => {
    const networks = listOfKind(design, 'on-premises-network')
    const network = networks.length === 1 ? networks[0]! : null
    return {
      construct: { ...blank, ipAddress: nextHostAddress(design), network: network?.id ?? null },
      sentence: `Adds a customer gateway ${network ? `of ${network.name} ` : ''}to ${container?.name}`,
    }
  },
  'vpn-connection': ({ design, container }, blank) => {
    const region = container?.id ?? ''
    const used = new Set(listOfKind(design, 'vpn-connection').map((one) => one.customerGateway))
    const devices = listOfKind(design, 'customer-gateway').filter((one) => one.region === region)
    const device = devices.find((one) => !used.has(one.id)) ?? devices[0]
    if (!device) return { refusal: 'A VPN connection begins at a customer gateway: draw one in the Region first' }
    const gateway = endsIn(design, region)[0]
    if (!gateway)
      return { refusal: 'A VPN connection ends at a virtual private gateway or a transit gateway: draw one first' }
    return {
      construct: {
        ...blank,
        customerGateway: device.id,
        gateway: gateway.id,
        routing: device.network === null ? 'static' : 'bgp',
      },
      sentence: `Connects ${device.name} with ${gateway.name}`,
      also: gateway.kind === 'transit-gateway' ? enterTable(design, gateway.id, blank.id, true) : [],
    }
  },
  'direct-connect': ({ design, container }, blank) => {
    const [network] = listOfKind(design, 'on-premises-network')
    if (!network) return { refusal: 'Direct Connect leads to an on-premises network: draw one first' }
    const gateway = endsIn(design, container?.id ?? '')[0]
    if (!gateway)
      return { refusal: 'Direct Connect ends at a virtual private gateway or a transit gateway: draw one first' }
    return {
      construct: { ...blank, network: network.id, gateway: gateway.id },
      sentence: `Connects ${network.name} with ${gateway.name}`,
      also: gateway.kind === 'transit-gateway' ? enterTable(design, gateway.id, blank.id, true) : [],
    }
  },
  'on-premises-network': ({ design }, blank) => {
    const cidr = nextOnPremisesBlock(design)
    return { construct: { ...blank, cidrs: [cidr] }, sentence: `Adds an on-premises network with ${cidr}` }
  },
  'on-premises-host': ({ design, container }, blank) => {
    const address = nextAddressIn(design, container as ConstructOf<'on-premises-network'>)
    return {
      construct: { ...blank, privateIp: address ?? blank.privateIp },
      sentence: `Adds a host at ${address ?? blank.privateIp} to ${container?.name}`,
    }
  },
  'block-public-access': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    const standing = listOfKind(design, 'block-public-access').find(
      (one) => one.region === container?.id && one.account === owner.id,
    )
    if (standing) return { refusal: `${standing.name} is there already: an account has one for each Region` }
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Keeps the VPCs of ${container?.name} off the internet`,
      also: owner.edits,
    }
  },
}

const gatewaysNear = (design: Design, id: string): readonly ConstructOf<'transit-gateway'>[] =>
  listOfKind(design, 'transit-gateway').filter((one) => one.region === regionOf(design, id)?.id)

/** Where VPN connections and Direct Connect can end in a Region. */
const endsIn = (design: Design, region: string) => [
  ...listOfKind(design, 'virtual-private-gateway').filter(({ id }) => regionOf(design, id)?.id === region),
  ...listOfKind(design, 'transit-gateway').filter((one) => one.region === region),
]

/** The first address from .10 on that no host of the network has. */
function nextAddressIn(design: Design, network: ConstructOf<'on-premises-network'>): string | null {
  const block = network.cidrs.map(blockOf).find((one) => one && isIp4(one.base))
  if (!block) return null
  const taken = new Set(
    listOfKind(design, 'on-premises-host').flatMap((one) => (one.network === network.id ? [one.privateIp] : [])),
  )
  const room = Math.min(250, 2 ** (32 - block.length) - 1)
  for (let offset = Math.min(10, room); offset <= room; offset++) {
    const text = formatAddress(addOffset(block.base, offset))
    if (!taken.has(text) && text !== network.dnsServer && parseAddress(text) !== null) return text
  }
  return null
}
