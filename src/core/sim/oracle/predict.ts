import type { AccessRequest, Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { abroad, isClosed, KEPT, type Packet, send, type Try } from './carryPacket.ts'
import { isJoined } from './crossTransit.ts'
import { addressOf, isSix, type Port, readWorld, spanOf, type World, within } from './world.ts'

/** What the oracle says of a request. Where its ways end differently, `path` and `at` are null. */
export interface Prediction {
  readonly kind: 'succeeds' | 'partly' | 'fails' | 'cannot-tell'
  readonly symptom: 'name-not-found' | 'connection-times-out' | 'connection-refused' | null
  readonly path: string | null
  readonly via: readonly string[] | null
  /** The construct at which it is first dropped. */
  readonly at: string | null
}
interface End {
  readonly how: 'answered' | 'refused' | 'lost' | 'nameless' | 'doubtful'
  readonly path: string | null
  readonly via: readonly string[]
  readonly at: string | null
}

/** Tries a request once for every port that the asker, and a NAT gateway, may take (one of each kind that the ACLs tell apart), and for every address. */
export function predict(design: Design, { from, to, protocol, port, packetSize = 0 }: AccessRequest): Prediction {
  const world = readWorld(design)
  const ends = askers(world, from).flatMap((asker) => {
    const addresses = resolve(world, asker, to)
    if (addresses === null) return [{ how: 'nameless', path: null, via: [], at: null } as End]
    const usable = addresses.filter((one) => ownAddress(asker, one) !== null)
    if (usable.length === 0)
      return [{ how: addressLike(to) ? 'lost' : 'nameless', path: null, via: [], at: null } as End]
    return usable.flatMap((address) => tryAll(world, asker, address, to, protocol, port ?? 0, packetSize))
  })
  return conclude(ends)
}

function conclude(ends: readonly End[]): Prediction {
  const good = ends.filter((end) => end.how === 'answered')
  const bad = ends.filter((end) => end.how !== 'answered' && end.how !== 'doubtful')
  const sure = good.length + bad.length === ends.length || (good.length > 0 && bad.length > 0)
  const same = <T>(of: readonly T[]): T | null =>
    new Set(of.map((one) => JSON.stringify(one))).size === 1 ? of[0]! : null
  const symptoms = {
    answered: null,
    refused: 'connection-refused',
    lost: 'connection-times-out',
    nameless: 'name-not-found',
    doubtful: null,
  } as const
  const how = same(bad.map((end) => end.how))
  return {
    kind: !sure ? 'cannot-tell' : bad.length === 0 ? 'succeeds' : good.length === 0 ? 'fails' : 'partly',
    symptom: sure && how ? symptoms[how] : null,
    path: same(good.map((end) => end.path)),
    via: same(good.map((end) => end.via)),
    at: same(bad.map((end) => end.at)),
  }
}

interface Asker {
  readonly port: Port | null
  readonly four: bigint
  readonly six: bigint | null
}

function askers(world: World, from: string): Asker[] {
  if (from.startsWith('internet'))
    return [
      {
        port: null,
        four: addressOf(from.split(':')[1] ?? '8.8.8.8'),
        six: from === 'internet' ? addressOf('2001:4860:4860::8888') : null,
      },
    ]
  const own = world.ports.filter((port) => port.owner === from)
  const lambda = world.one('client', from).runtime === 'lambda'
  return (lambda ? own : own.slice(0, 1)).map((port) => ({ port, four: port.inside, six: port.six }))
}

const ownAddress = (asker: Asker, to: bigint): bigint | null => (isSix(to) ? asker.six : asker.four)
const addressLike = (text: string): boolean => text.includes(':') || /^[\d.]+$/.test(text)

const KINESIS = 'kinesis.us-east-1.amazonaws.com'
/** An address of AWS that is in nobody's list. */
const ELSEWHERE = addressOf('3.2.0.1')

/** The addresses that `to` has for the asker; null when no name server says any. */
function resolve(world: World, asker: Asker, to: string): readonly bigint[] | null {
  const client = world.ports.filter((port) => port.owner === to && port.role === 'client')
  if (client.length > 0) {
    const home = asker.port?.vpc
    const near = client.find((port) => home !== undefined && (port.vpc === home || isJoined(world, home, port.vpc)))
    if (near) return [near.inside]
    const open = client.find((port) => port.outside !== null)
    // without a public IPv4 address it is asked by its IPv6 one, by those who have that
    const six = asker.six === null ? undefined : client.find((port) => port.six !== null)
    return [open?.outside ?? six?.six ?? client[0]!.inside]
  }
  if (addressLike(to)) return [addressOf(to)]
  return canAsk(world, asker) ? lookUp(world, asker, to) : null
}

/** Whether the asker gets answers to questions at all. */
function canAsk(world: World, asker: Asker): boolean {
  if (!asker.port) return true
  const { dnsSupport, dhcpDnsServers } = world.one('vpc', asker.port.vpc)
  if (dhcpDnsServers === null) return false
  if (dhcpDnsServers[0] === 'AmazonProvidedDNS') return dnsSupport === true
  return tryAll(world, asker, addressOf(dhcpDnsServers[0]!), '', 'udp', 53).some((end) => end.how === 'answered')
}

function lookUp(world: World, asker: Asker, name: string): readonly bigint[] | null {
  const host = world.all('internet-host').find((one) => one.hostNames.includes(name))
  if (host) return host.addresses.map(addressOf)
  if (name.startsWith('s3.')) return s3Addresses(world)
  const network = asker.port && world.one('vpc', asker.port.vpc)
  for (const endpoint of world.all('interface-endpoint')) {
    const ports = world.ports.filter((port) => port.owner === endpoint.id)
    const zoned = ports.filter((port) => name.includes(`-${zoneOf(world, port.subnet)}.`))
    if (name.startsWith(`${endpoint.dnsLabel}.`)) return ports.length > 0 ? ports.map((port) => port.inside) : null
    if (name.startsWith(`${endpoint.dnsLabel}-`)) return zoned.length > 0 ? zoned.map((port) => port.inside) : null
    const covers = name === KINESIS && endpoint.privateDns && endpoint.vpc === network?.id
    const amazon = network?.dhcpDnsServers?.[0] === 'AmazonProvidedDNS' && network.dnsSupport && network.dnsHostnames
    if (covers && amazon) return ports.length > 0 ? ports.map((port) => port.inside) : null
  }
  if (name === KINESIS) return [ELSEWHERE]
  return name === 'unknown.example.org' && network ? anyPublicAddress(world, network) : null
}

/** What is no public address, or has names of its own. */
const NO_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '224.0.0.0/3',
  '52.216.0.0/15',
  ...KEPT,
]

/** A name that nobody knows may be any public address that is nobody's in the design: one between all edges that it draws. */
function anyPublicAddress(world: World, { cidrs, ipv6Cidrs }: ConstructOf<'vpc'>): readonly bigint[] {
  const edges = world.texts.map(spanOf).flatMap(({ first, last }) => [first - 1n, first, last, last + 1n])
  const not = [...NO_PUBLIC, ...cidrs, ...ipv6Cidrs]
  const own = new Set([
    ...world.ports.map((port) => port.outside),
    ...world.all('elastic-ip').map(({ publicIp }) => (publicIp === null ? null : addressOf(publicIp))),
  ])
  const open = (address: bigint) =>
    ['0.0.0.0/0', '2000::/3'].some((cidr) => within(cidr, address)) &&
    !own.has(address) &&
    !not.some((cidr) => within(cidr, address))
  return [...new Set([addressOf('1.0.0.1'), addressOf('2600::1'), ...edges.filter(open)])]
}

const zoneOf = (world: World, subnet: string): string =>
  world.one('availability-zone', world.one('subnet', subnet).zone).zoneName

/** Of S3's list: the first address, and both sides of every edge that a route or a filter of the design draws through it. */
function s3Addresses(world: World): readonly bigint[] {
  const list = world.all('prefix-list').find((one) => one.listName.endsWith('.s3'))!
  const cuts = JSON.stringify([world.all('route-table'), world.all('network-acl'), world.all('security-group')]).match(
    /\d+\.\d+\.\d+\.\d+\/\d+/g,
  )
  const found = new Set<bigint>()
  for (const { cidr } of list.entries) {
    const own = spanOf(cidr)
    const edges = (cuts ?? []).map(spanOf).flatMap(({ first, last }) => [first - 1n, first, last, last + 1n])
    for (const edge of [own.first, own.last, ...edges]) if (within(cidr, edge)) found.add(edge)
  }
  return [...found]
}

/** One port of each kind between the edges that the ACLs draw, and how many there are of the kind. */
function portsToTry(
  world: World,
  [first, last]: readonly [number, number],
): readonly { readonly port: number; readonly count: number }[] {
  const edges = world
    .all('network-acl')
    .flatMap((acl) => [...acl.ingress, ...acl.egress].flatMap(({ ports }) => (ports ? [ports.from, ports.to + 1] : [])))
  const ports = [...new Set([first, ...edges])].filter((port) => first <= port && port <= last).sort((a, b) => a - b)
  return ports.map((port, i) => ({ port, count: (ports[i + 1] ?? last + 1) - port }))
}

function tryAll(
  world: World,
  asker: Asker,
  to: bigint,
  name: string,
  protocol: AccessRequest['protocol'],
  port: number,
  size = 0,
): End[] {
  const icmp = protocol === 'icmp'
  const own = icmp ? [{ port: 0, count: 1 }] : portsToTry(world, asker.port?.opens ?? [1024, 65535])
  const noNat = icmp || !asker.port || world.all('nat-gateway').length === 0
  const nats = noNat ? [{ port: 1024, count: 1 }] : portsToTry(world, [1024, 65535])
  const ends = own.flatMap((sport) =>
    nats.flatMap((nat) => {
      const ports = { sport: sport.port, dport: port }
      const packet = { src: ownAddress(asker, to)!, dst: to, protocol, ...ports, reply: false, size }
      const count = sport.count * nat.count
      return tryEveryWay(world, asker.port, packet, nat.port, name).map((end) => ({ end, count }))
    }),
  )
  const sum = (of: typeof ends) => of.reduce((all, { count }) => all + count, 0)
  const back = ends.filter(({ end }) => end.how !== 'lost')
  // one connection in a hundred is what somebody would notice
  const felt = sum(back) * 100 < sum(ends) ? ends.filter((one) => !back.includes(one)) : ends
  const doubtful = felt.find(({ end }) => end.how === 'doubtful')
  return doubtful ? [doubtful.end] : felt.map(({ end }) => end)
}

/** Once for every way that transit gateways may choose for it. */
function tryEveryWay(world: World, port: Port | null, packet: Packet, natPort: number, name: string): End[] {
  const ends: End[] = []
  const waiting: (readonly number[])[] = [[]]
  for (const picks of waiting) {
    const { end, picked } = tryOnce(world, port, packet, natPort, name, picks)
    ends.push(end)
    for (let i = picks.length; i < picked.length; i++)
      for (let way = 1; way < picked[i]!.ways; way++) waiting.push([...picked.slice(0, i).map((one) => one.way), way])
  }
  return ends
}

function tryOnce(
  world: World,
  port: Port | null,
  packet: Packet,
  natPort: number,
  name: string,
  picks: readonly number[],
): { readonly end: End; readonly picked: Try['picked'] } {
  const trial: Try = {
    ...{ world, natPort, tracked: [], sessions: [], via: [], crossed: [], picks, picked: [], path: null, hops: 0 },
    ...{ dropped: null, refused: false, done: false, doubted: false },
    outside: (asked) => outside(world, asked, name),
    asker: { port, packet },
    served: name.startsWith('s3.') || name === KINESIS,
    wanted: wantedBy(world, name),
  }
  if (port && packet.src === packet.dst) {
    const { listens } = world.one('client', port.owner)
    Object.assign(trial, {
      done: true,
      path: 'same-subnet',
      refused: packet.protocol !== 'icmp' && isClosed(listens, packet),
    })
  } else if (port) send(trial, port, packet)
  else abroad(trial, packet)
  const how = !trial.done ? 'lost' : trial.refused ? 'refused' : trial.doubted ? 'doubtful' : 'answered'
  const at = how === 'lost' ? trial.dropped : null
  return { end: { how, path: trial.path, via: trial.via, at }, picked: trial.picked }
}

/** The construct that a request means: named by itself, or an endpoint by one of its names. */
const wantedBy = (world: World, name: string): string | null =>
  [
    ...world.all('client').map(({ id }) => [id, id]),
    ...world.all('interface-endpoint').map(({ id, dnsLabel }) => [id, dnsLabel ?? id]),
  ].find(([, text]) => name.startsWith(text!))?.[0] ?? null

/** What answers outside: drawn hosts by their ports, S3 and Kinesis by theirs, anybody else always. */
function outside(world: World, { protocol, dst, dport }: Packet, name: string): 'answers' | 'refuses' | 'drops' {
  const host = world.all('internet-host').find((one) => one.addresses.some((text) => addressOf(text) === dst))
  if (host) return protocol !== 'icmp' && isClosed(host.listens, { protocol, dport } as Packet) ? 'refuses' : 'answers'
  if (protocol === 'icmp') return 'answers'
  if (name.startsWith('s3.')) return protocol === 'tcp' && (dport === 443 || dport === 80) ? 'answers' : 'drops'
  if (name === KINESIS) return protocol === 'tcp' && dport === 443 ? 'answers' : 'drops'
  return 'answers'
}
