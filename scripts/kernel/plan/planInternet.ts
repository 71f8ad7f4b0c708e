import { addLink, addPlace, addRules, addSpace, dropAt, type Lab, linesFor, type Space, spaceOf } from './lab.ts'
import { portsIn } from './planHosts.ts'
import { blocksOf, isSix, type World } from './readDesign.ts'
import { SERVICE_ADDRESSES } from './services.ts'

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']
export const INTERNET = 'internet'
export const S3_LIST = 'com.amazonaws.us-east-1.s3'

/** The internet: whatever has no namespace of its own answers here at any address. Internet gateways stand at its edges. */
export function planInternet(lab: Lab): void {
  const { world } = lab
  const space = addSpace(lab, INTERNET, true)
  for (const lines of [space.ip, space.ip6]) lines.push('route add local default dev lo table main')
  // nobody out there carries private addresses
  space.ip.push(...PRIVATE.map((cidr) => `route add blackhole ${cidr}`))
  addRules(space, 'raw', ['notrack'], 'type filter hook prerouting priority raw; policy accept')
  addRules(space, 'sent', ['notrack'], 'type filter hook output priority raw; policy accept')
  addRules(space, 'leave', [], 'type filter hook postrouting priority filter; policy accept')
  addRules(space, 'input', inputRules(lab, space), 'type filter hook input priority filter; policy accept')
  for (const address of ['0.0.0.0', '::'])
    lab.listeners.push({ space: INTERNET, address, ...portsIn(lab, null), owner: 'anybody' })
  for (const [number, host] of world.all('internet-host').entries()) {
    const own = addSpace(lab, `far${number}`, false)
    addLink(lab, own, 'eth0', space, `h${number}`)
    for (const address of host.addresses) {
      const whole = isSix(address) ? `${address}/128` : `${address}/32`
      linesFor(own, address).push(`addr add ${whole} dev eth0${isSix(address) ? ' nodad' : ''}`)
      linesFor(space, address).push(`route add ${whole} dev h${number}`)
    }
    for (const lines of [own.ip, own.ip6]) lines.push('route add default dev eth0')
    addRules(
      own,
      'input',
      [`jump note${addPlace(lab, own, 'arrived', [host.id])}`],
      'type filter hook input priority filter; policy accept',
    )
    const ports = portsIn(lab, host.listens)
    for (const address of host.addresses) lab.listeners.push({ space: own.name, address, ...ports, owner: host.id })
  }
  for (const [number, { id }] of world.all('vpc').entries()) planGateway(lab, space, id, `v${number}`)
}

/** Services of AWS take what they offer and drop the rest. */
function inputRules(lab: Lab, space: Space): readonly string[] {
  const closed = dropAt(lab, space, ['service'])
  const s3 = lab.world.all('prefix-list').some(({ listName }) => listName === S3_LIST)
    ? blocksOf(lab.world, S3_LIST)
    : []
  return [
    ...[...s3, ...Object.values(SERVICE_ADDRESSES)].map((to) => `ip daddr ${to} meta l4proto udp goto ${closed}`),
    ...s3.map((cidr) => `ip daddr ${cidr} tcp dport != { 80, 443 } goto ${closed}`),
    ...Object.values(SERVICE_ADDRESSES).map((address) => `ip daddr ${address} tcp dport != 443 goto ${closed}`),
    `jump note${addPlace(lab, space, 'arrived', ['anybody'])}`,
  ]
}

/** An internet gateway maps addresses one to one and remembers nothing. Without one, the VPC's public addresses lead nowhere. */
function planGateway(lab: Lab, space: Space, vpc: string, device: string): void {
  const { world } = lab
  const gateway = world.all('internet-gateway').find((one) => one.vpc === vpc)
  const owners = world.ports.filter((port) => port.vpc === vpc && port.publicAddress !== null)
  const six = world.ports.flatMap((port) => (port.vpc === vpc ? (port.address6 ?? []) : []))
  const { ipv6Cidrs } = world.one('vpc', vpc)
  // what nobody has of a VPC's block nobody else answers for
  space.ip6.push(...ipv6Cidrs.map((cidr) => `route add blackhole ${cidr}`))
  if (!gateway) {
    space.ip.push(...owners.map(({ publicAddress }) => `route add blackhole ${publicAddress}/32`))
    return
  }
  space.ip6.push(...six.map((address) => `route add ${address}/128 dev ${device}`))
  addLink(lab, space, device, spaceOf(lab, vpc), 'igw')
  space.ip.push(...owners.map(({ publicAddress }) => `route add ${publicAddress}/32 dev ${device}`))
  const via = addPlace(lab, space, 'via', [gateway.id])
  addRules(space, 'raw', [`iifname "${device}" jump out_${device}`])
  // what a transit gateway brought in has no public address either: its interface is the sender here
  const unmapped = dropAt(lab, space, [gateway.id, ...attachmentsOf(lab.world, vpc)])
  addRules(space, `out_${device}`, [
    `ip daddr { ${PRIVATE.join(', ')} } goto ${dropAt(lab, space, ['route'])}`,
    // each interface whose packets it does not take is a place of its own
    ...world.ports
      .filter((port) => port.vpc === vpc && port.publicAddress === null)
      .map(({ address, owner }) => `ip saddr ${address} goto ${dropAt(lab, space, [owner])}`),
    ...(owners.length === 0
      ? [`meta nfproto ipv4 goto ${unmapped}`]
      : [`ip saddr != { ${owners.map(({ address }) => address).join(', ')} } goto ${unmapped}`]),
    // IPv6 it takes from its own VPC alone, and translates nothing. Source: VPC guide, internet gateways
    `${ipv6Cidrs.length === 0 ? 'meta nfproto ipv6' : `ip6 saddr != { ${ipv6Cidrs.join(', ')} }`} goto ${dropAt(lab, space, [gateway.id, 'route'])}`,
    `jump note${via}`,
    ...(owners.length === 0 ? [] : [`ip saddr set ip saddr map { ${mapOf(owners, 'address', 'publicAddress')} }`]),
  ])
  addRules(space, 'leave', [`oifname "${device}" jump note${via}`])
  if (owners.length > 0)
    addRules(space, 'leave', [
      `oifname "${device}" ip daddr set ip daddr map { ${mapOf(owners, 'publicAddress', 'address')} }`,
    ])
}

const attachmentsOf = (world: World, vpc: string): readonly string[] =>
  world
    .all('transit-gateway-attachment')
    .filter((one) => one.vpc === vpc)
    .map(({ id }) => id)

const mapOf = <K extends string>(list: readonly Readonly<Record<K, string | null>>[], from: K, to: K): string =>
  list.map((one) => `${one[from]} : ${one[to]}`).join(', ')

/** A gateway endpoint: the service at every address of its prefix list, as the VPC's own addresses meet it. */
export function planGatewayEndpoints(lab: Lab): void {
  const { world } = lab
  for (const [number, { id, vpc, service }] of world.all('gateway-endpoint').entries()) {
    const space = addSpace(lab, `gw${number}`, false)
    addLink(lab, space, 'eth0', spaceOf(lab, vpc), `gw${number}`)
    space.ip.push('route add default dev eth0')
    for (const cidr of blocksOf(world, service)) space.ip.push(`route add local ${cidr} dev lo table main`)
    const via = addPlace(lab, space, 'via', [id])
    const arrived = addPlace(lab, space, 'arrived', ['service'])
    addRules(
      space,
      'input',
      [
        `jump note${via}`,
        // it takes TCP alone. Source: Reachability Analyzer, VPCE_GATEWAY_PROTOCOL_RESTRICTION
        `meta l4proto udp goto ${dropAt(lab, space, [id])}`,
        `tcp dport != { 80, 443 } goto ${dropAt(lab, space, ['service'])}`,
        `jump note${arrived}`,
      ],
      'type filter hook input priority filter; policy accept',
    )
    lab.listeners.push({
      space: space.name,
      address: '0.0.0.0',
      ports: [80, 443],
      udp: [],
      udpClosed: [],
      owner: 'service',
    })
  }
}
