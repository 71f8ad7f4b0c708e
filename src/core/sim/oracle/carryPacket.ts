import { crossTransit, seesGroupsAcross } from './crossTransit.ts'
import { addressOf, isSix, type Port, spanOf, type World, within } from './world.ts'

/** One packet with one port at each end. `dport` of a reply is the port that the asker opened. */
export interface Packet {
  readonly src: bigint
  readonly dst: bigint
  readonly protocol: 'tcp' | 'udp' | 'icmp'
  readonly sport: number
  readonly dport: number
  readonly reply: boolean
  /** Bytes; 0 = small. */
  readonly size: number
}
interface Session {
  readonly nat: Port
  readonly inner: Packet
  readonly sender: Port
  readonly port: number
  readonly remote: bigint
}
/** One try of a request: what it opened on its way, and where it ended. */
export interface Try {
  readonly world: World
  /** The port that a NAT gateway takes for it. */
  readonly natPort: number
  readonly tracked: { readonly port: Port; readonly far: bigint; readonly dport: number }[]
  readonly sessions: Session[]
  readonly via: string[]
  /** Transit gateways that the request has crossed. */
  readonly crossed: string[]
  /** Which way each flow takes where an attachment in appliance mode has several; `picks` are given, further ones are the first. */
  readonly picks: readonly number[]
  readonly picked: { readonly flow: string; readonly ways: number; readonly way: number }[]
  /** Which services there are outside: the ports that answer at an address, or null where nobody knows. */
  readonly outside: (packet: Packet) => 'answers' | 'refuses' | 'drops'
  readonly asker: { readonly port: Port | null; readonly packet: Packet }
  /** Whether what is asked for is a service of AWS, by its name. */
  readonly served: boolean
  /** The construct that is asked for, where the request names one. */
  readonly wanted: string | null
  path: string | null
  hops: number
  dropped: string | null
  refused: boolean
  done: boolean
  /** Something on the way carries less than the packet's size, and may or may not say so. */
  doubted: boolean
}

/** The packet is lost here. */
function drop(trial: Try, at: string): null {
  trial.dropped ??= at
  return null
}

/** An interface sends: its groups, then wherever the network takes it. */
export function send(trial: Try, from: Port, packet: Packet): null {
  const known = packet.reply && trial.tracked.some((one) => matches(one, from, packet.dst, packet.sport))
  if (from.isFunction && packet.protocol === 'icmp') return drop(trial, from.owner)
  if (from.role !== 'nat' && !known) {
    if (!groupsAllow(trial, from, 'egress', packet, packet.dst)) return drop(trial, from.groups[0]!)
    trial.tracked.push({ port: from, far: packet.dst, dport: packet.sport })
  }
  return route(trial, from, from.subnet, packet)
}

const matches = (one: Try['tracked'][number], port: Port, far: bigint, own: number): boolean =>
  one.port === port && one.far === far && one.dport === own

function route(trial: Try, sender: Port, subnet: string, packet: Packet): null {
  const { world } = trial
  if (++trial.hops > 20) return drop(trial, 'loop')
  const place = world.one('subnet', subnet)
  const vpc = sender.vpc
  if ([place.cidr, place.ipv6Cidr].some((cidr) => cidr !== null && within(cidr, packet.dst)))
    return arrive(trial, find(world, vpc, packet.dst), subnet, packet, subnet)
  if (!aclAllows(world, subnet, 'egress', packet)) return drop(trial, aclOf(world, subnet))
  const { target, at } = chooseRoute(world, subnet, vpc, packet.dst)
  const kind = target === 'local' ? 'local' : kindOf(world, target)
  if (kind === 'local') return arrive(trial, find(world, vpc, packet.dst), subnet, packet, vpc)
  if (kind === 'internet-gateway') {
    const six = isSix(packet.dst)
    if (isPrivate(packet.dst) || within(NAT64, packet.dst)) return drop(trial, at)
    const isOwn = () => world.one('vpc', vpc).ipv6Cidrs.some((cidr) => within(cidr, packet.src))
    if (six && !isOwn()) return drop(trial, at)
    // whose public address counts is told by the source, also of what a transit gateway has brought back
    const owner = find(world, vpc, packet.src) ?? sender
    if (!six && owner.outside === null) return drop(trial, owner.owner)
    trial.doubted ||= packet.size > 1500
    const isMail = !packet.reply && packet.protocol === 'tcp' && packet.dport === 25
    if (isMail && world.one('account', 'acct').outboundPort25 === 'restricted') return drop(trial, 'acct')
    if (!packet.reply) {
      trial.via.push(target)
      trial.path = trial.via.some((id) => id.startsWith('nat-')) ? 'nat-gateway' : 'internet-gateway'
    }
    return abroad(trial, six ? packet : { ...packet, src: owner.outside! })
  }
  if (kind === 'nat-gateway') {
    const nat = world.ports.find((port) => port.owner === target)!
    if (nat.subnet !== subnet && !aclAllows(world, nat.subnet, 'ingress', packet))
      return drop(trial, aclOf(world, nat.subnet))
    // an answer that it knows nothing of opens no session
    if (packet.reply) return drop(trial, 'strayed')
    if (isSix(packet.dst)) return drop(trial, 'unknown')
    trial.doubted ||= packet.size > 8500
    trial.via.push(target)
    trial.path = 'nat-gateway'
    const port = trial.natPort
    trial.sessions.push({ nat, inner: packet, sender, port, remote: packet.dst })
    return route(trial, nat, nat.subnet, { ...packet, src: nat.inside, sport: port })
  }
  if (kind === 'gateway-endpoint') {
    if (!packet.reply) {
      trial.via.push(target)
      trial.path = 'gateway-endpoint'
    }
    if (packet.protocol === 'udp' || sender.role === 'transit') return drop(trial, target)
    trial.doubted ||= packet.size > 8500
    return serve(trial, packet, (answer) => arrive(trial, sender, null, answer, ''))
  }
  if (kind === 'transit-gateway') {
    const { entry, exit, lostAt } = crossTransit(world, target, { vpc, subnet }, packet.dst, (attachment, ways) =>
      pick(trial, attachment, packet, ways),
    )
    if (entry !== null && !aclAllows(world, entry, 'ingress', packet)) return drop(trial, aclOf(world, entry))
    if (!exit) return drop(trial, lostAt)
    trial.doubted ||= packet.size > 8500
    if (!packet.reply) {
      trial.via.push(target)
      trial.crossed.push(target)
      trial.path = 'transit-gateway'
    }
    return route(trial, exit, exit.subnet, packet)
  }
  return drop(trial, at)
}

/** Both directions of a flow go the same way. */
function pick(trial: Try, attachment: string, { src, dst }: Packet, ways: number): number {
  if (ways === 1) return 0
  const flow = [attachment, ...[src, dst].sort((a, b) => (a < b ? -1 : 1))].join(' ')
  const known = trial.picked.find((one) => one.flow === flow)
  const way = known?.way ?? trial.picks[trial.picked.length] ?? 0
  if (!known) trial.picked.push({ flow, ways, way })
  return way
}

const kindOf = (world: World, id: string): string =>
  (['internet-gateway', 'nat-gateway', 'gateway-endpoint', 'transit-gateway'] as const).find(
    (kind) => world.one(kind, id)?.kind === kind,
  ) ?? 'dead'

/** Beyond the internet gateways: somebody's public address, or a host out there. */
export function abroad(trial: Try, packet: Packet): null {
  const { world, asker } = trial
  if (isPrivate(packet.dst)) return drop(trial, 'nowhere')
  const owner = world.ports.find((port) => port.outside === packet.dst || port.six === packet.dst)
  if (owner) {
    const gateway = world.all('internet-gateway').find((one) => one.vpc === owner.vpc)
    if (!gateway) return drop(trial, owner.vpc)
    trial.doubted ||= packet.size > 1500
    if (!packet.reply && trial.via.at(-1) !== gateway.id) trial.via.push(gateway.id)
    if (!packet.reply) trial.path ??= 'internet-gateway'
    return arrive(trial, owner, null, { ...packet, dst: isSix(packet.dst) ? packet.dst : owner.inside }, '')
  }
  if (packet.reply) {
    trial.done = asker.port === null && packet.dst === asker.packet.src && packet.src === asker.packet.dst
    return trial.done ? null : drop(trial, 'strayed')
  }
  const lost = trial.served ? null : whereLost(world, packet.dst, asker.port !== null)
  return lost === null ? serve(trial, packet, (answer) => abroad(trial, answer)) : drop(trial, lost)
}

const NAT64 = '64:ff9b::/96'
/** Whoever asks for one of these from a network of the design means somebody by it. */
const EXAMPLES = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20']
export const KEPT = [...EXAMPLES, '198.18.0.0/15']

/** The construct by which it is certain that nobody outside has a public address, or words for nowhere; null where somebody may. */
function whereLost(world: World, address: bigint, fromInside: boolean): string | null {
  const idle = world.all('elastic-ip').find((one) => one.publicIp !== null && addressOf(one.publicIp) === address)
  if (idle) return idle.id
  const vpc = world.all('vpc').find((one) => [...one.cidrs, ...one.ipv6Cidrs].some((cidr) => within(cidr, address)))
  if (vpc) return vpc.id
  if (fromInside && EXAMPLES.some((cidr) => within(cidr, address))) return null
  if (!isKept(address) && (!isSix(address) || within('2000::/3', address))) return null
  return isKept(address) && world.texts.some((text) => isKept(spanOf(text).first) && within(text, address))
    ? null
    : 'nowhere'
}
const isKept = (address: bigint): boolean => KEPT.some((cidr) => within(cidr, address))

function serve(trial: Try, packet: Packet, back: (answer: Packet) => null): null {
  const says = trial.outside(packet)
  if (says === 'drops') return drop(trial, 'outside')
  if (says === 'refuses') trial.refused = true
  return back(answerTo(packet))
}

const answerTo = (packet: Packet): Packet => ({
  ...packet,
  src: packet.dst,
  dst: packet.src,
  sport: packet.dport,
  dport: packet.sport,
  reply: true,
})

/** A packet reaches an interface: the ACL of its subnet unless it comes from there, its groups, then who owns it. */
function arrive(trial: Try, port: Port | undefined, from: string | null, packet: Packet, nobody: string): null {
  const { world } = trial
  if (!port) return drop(trial, nobody)
  if (!packet.reply && trial.wanted !== null && port.owner !== trial.wanted) return drop(trial, 'another')
  if (from !== port.subnet && !aclAllows(world, port.subnet, 'ingress', packet))
    return drop(trial, aclOf(world, port.subnet))
  if (port.role === 'nat') return restore(trial, port, packet)
  const known = packet.reply && trial.tracked.some((one) => matches(one, port, packet.src, packet.dport))
  if (packet.reply) {
    const { packet: asked, port: asker } = trial.asker
    trial.done = known && port === asker && packet.src === asked.dst && packet.dport === asked.sport
    return trial.done ? null : drop(trial, 'strayed')
  }
  if (!groupsAllow(trial, port, 'ingress', packet, packet.src)) return drop(trial, port.groups[0]!)
  trial.tracked.push({ port, far: packet.src, dport: packet.dport })
  if (port.role === 'endpoint') {
    trial.via.push(port.owner)
    trial.path = 'interface-endpoint'
    if (packet.size > 8500 || packet.protocol !== 'tcp' || packet.dport !== 443) return drop(trial, port.owner)
  } else {
    trial.path ??= from === port.subnet ? 'same-subnet' : 'local'
    const { runtime, listens } = world.one('client', port.owner)
    if (runtime === 'lambda') return drop(trial, port.owner)
    trial.refused = packet.protocol !== 'icmp' && isClosed(listens, packet)
  }
  const first = port.answersBy
  if (first && !(first.subnet !== port.subnet && isBeside(world, port, packet.src))) {
    if (first.checked) return drop(trial, port.owner)
    trial.doubted = true
  }
  return send(trial, port, answerTo(packet))
}

/** Whether an address lies in the subnet of the interface. */
function isBeside(world: World, { subnet }: Port, address: bigint): boolean {
  const { cidr, ipv6Cidr } = world.one('subnet', subnet)
  return [cidr, ipv6Cidr].some((block) => block !== null && within(block, address))
}

export const isClosed = (listens: readonly { protocol: string; port: number }[] | null, packet: Packet): boolean =>
  listens !== null && !listens.some((one) => one.protocol === packet.protocol && one.port === packet.dport)

/** A NAT gateway knows answers to what it sent out, and nothing else. */
function restore(trial: Try, nat: Port, packet: Packet): null {
  const at = trial.sessions.findLastIndex(
    (one) => one.nat === nat && one.remote === packet.src && (packet.protocol === 'icmp' || one.port === packet.dport),
  )
  const session = packet.reply ? trial.sessions[at] : undefined
  if (!session) return drop(trial, nat.owner)
  trial.sessions.splice(at)
  const { src, sport } = session.inner
  return route(trial, nat, nat.subnet, { ...packet, dst: src, dport: sport })
}

const find = (world: World, vpc: string, address: bigint): Port | undefined =>
  world.ports.find((port) => port.vpc === vpc && (port.inside === address || port.six === address))

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']
const isPrivate = (address: bigint): boolean => PRIVATE.some((cidr) => within(cidr, address))

/** The route of the longest prefix; of equals local, then one with a CIDR, then one of a list. */
function chooseRoute(world: World, subnet: string, vpc: string, to: bigint): { target: string; at: string } {
  const network = world.one('vpc', vpc)
  const id = world.one('subnet', subnet).routeTable ?? network.mainRouteTable
  const table = id === null ? null : world.one('route-table', id)
  const candidates: { cidr: string; rank: number; target: string }[] = []
  for (const cidr of [...network.cidrs, ...network.ipv6Cidrs]) candidates.push({ cidr, rank: 0, target: 'local' })
  for (const { destination, target } of table?.routes ?? [])
    if ('cidr' in destination) candidates.push({ cidr: destination.cidr, rank: 1, target })
    else for (const cidr of listOf(world, destination.prefixList)) candidates.push({ cidr, rank: 2, target })
  for (const endpoint of world.all('gateway-endpoint'))
    if (id !== null && endpoint.routeTables.includes(id))
      for (const cidr of listOf(world, endpoint.service)) candidates.push({ cidr, rank: 2, target: endpoint.id })
  const best = candidates
    .filter(({ cidr }) => within(cidr, to))
    .sort((a, b) => spanOf(b.cidr).length - spanOf(a.cidr).length || a.rank - b.rank)[0]
  return { target: best?.target ?? 'none', at: id ?? vpc }
}

const listOf = (world: World, name: string): readonly string[] =>
  world
    .all('prefix-list')
    .find((one) => one.id === name || one.listName === name)!
    .entries.map(({ cidr }) => cidr)

interface Rule {
  readonly protocol: string | number
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}
function speaksOf({ protocol, ports, icmp }: Rule, packet: Packet): boolean {
  const six = isSix(packet.dst)
  const own = packet.protocol === 'icmp' && six ? 'icmpv6' : packet.protocol
  if (protocol === 'all') return true
  if (protocol !== own) return false
  if (packet.protocol !== 'icmp') return ports === null || (ports.from <= packet.dport && packet.dport <= ports.to)
  return icmp === null || icmp.type === -1 || icmp.type === (packet.reply ? (six ? 129 : 0) : six ? 128 : 8)
}

function groupsAllow(trial: Try, port: Port, way: 'ingress' | 'egress', packet: Packet, far: bigint): boolean {
  const { world } = trial
  const isAcross = way === 'ingress' && trial.crossed.length > 0
  const peer = isAcross ? peerAcross(trial, port, far) : find(world, port.vpc, far)
  return port.groups.some((id) => {
    const group = world.one('security-group', id)
    if (!group) return way === 'egress' || (peer?.groups.includes(id) ?? false)
    return group[way].some((rule) => {
      if (!speaksOf(rule, packet)) return false
      if ('cidr' in rule.peer) return within(rule.peer.cidr, far)
      if ('prefixList' in rule.peer) return listOf(world, rule.peer.prefixList).some((cidr) => within(cidr, far))
      return peer?.groups.includes(rule.peer.securityGroup) ?? false
    })
  })
}

/** The asker, as the groups of another VPC see it: over one transit gateway that lets them, by its own address. */
function peerAcross({ world, crossed, sessions, asker }: Try, port: Port, far: bigint): Port | undefined {
  const from = asker.port
  if (!from || port.role === 'endpoint' || crossed.length !== 1 || sessions.length > 0) return undefined
  if (find(world, port.vpc, far) || (from.inside !== far && from.six !== far)) return undefined
  return seesGroupsAcross(world, crossed[0]!, [port.vpc, from.vpc]) ? from : undefined
}

const aclOf = (world: World, subnet: string): string => {
  const place = world.one('subnet', subnet)
  const { vpc } = world.one('availability-zone', place.zone)
  return place.networkAcl ?? world.one('vpc', vpc).defaultNetworkAcl ?? vpc
}

function aclAllows(world: World, subnet: string, way: 'ingress' | 'egress', packet: Packet): boolean {
  const acl = world.one('network-acl', aclOf(world, subnet))
  if (acl?.kind !== 'network-acl') return true
  const far = way === 'ingress' ? packet.src : packet.dst
  const first = [...acl[way]]
    .sort((a, b) => a.number - b.number)
    .find((one) => speaksOf(one, packet) && within(one.cidr, far))
  return first?.action === 'allow'
}
