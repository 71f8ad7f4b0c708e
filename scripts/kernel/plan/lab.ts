import { isSix, type World } from './readDesign.ts'

/** Where a packet may be lost, or what it passes. Its sets in nftables are `q` (on its way) and `r` (an answer) with its number. */
export interface Place {
  readonly number: number
  readonly space: string
  /**
   * `drop` it ends here · `route` it is about to be routed, `routed` it was · `via` it passes a gateway or endpoint · `arrived` somebody gets it
   */
  readonly kind: 'drop' | 'route' | 'routed' | 'via' | 'arrived'
  /** The constructs of which one decides here. */
  readonly at: readonly string[]
  /** For `route`: the number of the place behind it. */
  readonly then?: number
}

interface Chain {
  /** `type … hook … priority …`; null = a chain that others jump to. */
  readonly hook: string | null
  readonly rules: string[]
}

/** A network namespace to be: what `ip -batch` and `nft -f` are told in it. */
export interface Space {
  readonly name: string
  readonly forwards: boolean
  readonly devices: string[]
  readonly ip: string[]
  /** The same for `ip -6`: routes and rules of IPv6. */
  readonly ip6: string[]
  readonly chains: Map<string, Chain>
  readonly sets: string[]
}

export interface Listener {
  readonly space: string
  /** `0.0.0.0` and `::` = every address of the namespace of that family. */
  readonly address: string
  /** TCP ports where somebody listens. */
  readonly ports: readonly number[]
  /** UDP ports where somebody answers, and those where it is said that nobody does: a network ACL that remembers nothing would lose the ICMP message. */
  readonly udp: readonly number[]
  readonly udpClosed: readonly number[]
  readonly owner: string
}

/** A dnsmasq: names it knows itself, zones that end with what it knows, and whom it asks otherwise. */
export interface Resolver {
  readonly space: string
  readonly hosts: readonly string[]
  readonly zones: readonly string[]
  readonly upstream: string | null
}

/** Everything that is built for one design. */
export interface Lab {
  readonly world: World
  readonly spaces: Map<string, Space>
  readonly links: (readonly [Space, string, Space, string])[]
  readonly places: Place[]
  readonly listeners: Listener[]
  readonly resolvers: Resolver[]
  /** Ports that requests ask for. */
  readonly asked: readonly number[]
}

export function addSpace(lab: Lab, name: string, forwards: boolean): Space {
  const space: Space = { name, forwards, devices: [], ip: [], ip6: [], chains: new Map(), sets: [] }
  lab.spaces.set(name, space)
  return space
}

export function spaceOf(lab: Lab, name: string): Space {
  const space = lab.spaces.get(name)
  if (!space) throw new Error(`no namespace ${name} was planned`)
  return space
}

/** A veth pair. Both ends have one hardware address and no ARP: whatever is sent into one comes out of the other. */
export function addLink(lab: Lab, from: Space, fromDevice: string, to: Space, toDevice: string): void {
  lab.links.push([from, fromDevice, to, toDevice])
  from.devices.push(fromDevice)
  to.devices.push(toDevice)
}

/** Where a line about an address or a block belongs. */
export const linesFor = (space: Space, text: string): string[] => (isSix(text) ? space.ip6 : space.ip)

/** Appends rules to a chain, made on first mention. */
export function addRules(space: Space, chain: string, rules: readonly string[], hook: string | null = null): void {
  const found = space.chains.get(chain)
  if (found && hook !== null) throw new Error(`${space.name}: the chain ${chain} is used before it is hooked up`)
  if (found) found.rules.push(...rules)
  else space.chains.set(chain, { hook, rules: [...rules] })
}

const FIRST_FREE_PORT = 1024

/** A place of the namespace; its chain `note…` writes down who was there, by the port that no other try has. */
export function addPlace(lab: Lab, space: Space, kind: Place['kind'], at: readonly string[], then?: number): number {
  const number = lab.places.length
  lab.places.push({ number, space: space.name, kind, at, ...(then === undefined ? {} : { then }) })
  for (const way of ['q', 'r']) space.sets.push(`set ${way}${number} { type inet_service; flags dynamic; size 65535; }`)
  addRules(space, `note${number}`, [
    // name servers ask from ports of their own
    'udp dport 53 return',
    'udp sport 53 return',
    ...['tcp', 'udp'].flatMap((one) => [
      `${one} sport >= ${FIRST_FREE_PORT} add @q${number} { ${one} sport }`,
      `${one} dport >= ${FIRST_FREE_PORT} add @r${number} { ${one} dport }`,
    ]),
  ])
  return number
}

/** Name of a chain that writes the place down and drops. */
export function dropAt(lab: Lab, space: Space, at: readonly string[]): string {
  const number = addPlace(lab, space, 'drop', at)
  addRules(space, `drop${number}`, [`jump note${number}`, 'drop'])
  return `drop${number}`
}

/** A device behind which nothing is: routes lead there so that it is seen who was sent nowhere. */
export function addSink(lab: Lab, space: Space, device: string, at: readonly string[]): string {
  addLink(lab, space, device, space, `${device}-end`)
  addRules(space, 'forward', [`oifname "${device}" goto ${dropAt(lab, space, at)}`])
  return device
}

export interface Entry {
  /** Kernel tables that are asked for what comes in here, in order. */
  readonly tables: readonly number[]
  /** What decides when no route fits, or a dead one. */
  readonly decides: readonly string[]
  /** Rules before that. */
  readonly edge: readonly string[]
}

/** A device whose packets are routed by tables of their own (`ip rule iif`); it is seen whether a route led on. The space has chains `raw` and `routed`. */
export function addEntry(lab: Lab, space: Space, device: string, { tables, decides, edge }: Entry): void {
  const behind = addPlace(lab, space, 'routed', [])
  const before = addPlace(lab, space, 'route', decides, behind)
  addRules(space, 'raw', [`iifname "${device}" jump from_${device}`])
  addRules(space, `from_${device}`, [`jump edge_${device}`, `jump note${before}`])
  addRules(space, `edge_${device}`, edge)
  addRules(space, 'routed', [`iifname "${device}" jump note${behind}`])
  for (const [i, table] of tables.entries())
    for (const lines of [space.ip, space.ip6]) lines.push(`rule add pref ${100 + i} iif ${device} lookup ${table}`)
}

/** What `nft -f` reads for a namespace. */
export function rulesetOf({ chains, sets }: Space): string {
  const blocks = [...chains].map(
    ([name, { hook, rules }]) =>
      ` chain ${name} {\n${[...(hook ? [`${hook};`] : []), ...rules].map((line) => `  ${line}\n`).join('')} }\n`,
  )
  return `table inet hop {\n${sets.map((line) => ` ${line}\n`).join('')}${blocks.join('')}}\n`
}
