import type { AccessRequest, Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { addressOf, readWorld, within } from './world.ts'

/** What becomes of a connection at a firewall, as whoever asks sees it. */
export type Fate = 'passes' | 'connection-times-out' | 'connection-refused' | 'connection-hangs' | 'connection-reset'

type Group = ConstructOf<'firewall-rule-group'>
type Firewall = ConstructOf<'network-firewall'>

/** One packet of a conversation. */
interface Seen {
  readonly src: bigint
  readonly dst: bigint
  readonly sport: number
  readonly dport: number
  readonly proto: AccessRequest['protocol']
  readonly up: boolean
  readonly open: boolean
  /** What has been said by then. */
  readonly said: { readonly as: string; readonly name: string | null } | null
}
interface Rule {
  readonly does: string
  readonly rank: number
  readonly fits: (packet: Seen) => boolean
}

/** Plays a conversation packet by packet through the rules as they are written. It shares no code with the simulator. */
export function playThroughFirewall(
  design: Design,
  id: string,
  asked: { readonly from: string; readonly to: string; readonly name: string | null } & Pick<
    AccessRequest,
    'protocol' | 'port'
  >,
): Fate {
  const world = readWorld(design)
  const firewall = world.one('network-firewall', id)
  const groups = [...firewall.ruleGroups]
    .sort((a, b) => a.priority - b.priority)
    .map(({ ruleGroup }) => world.one('firewall-rule-group', ruleGroup))
  const home = firewall.homeNet.length > 0 ? firewall.homeNet : world.one('vpc', firewall.vpc).cidrs
  const rules = groups.flatMap((group) => rulesOf(group, home))
  if (firewall.ruleOrder === 'action-order')
    rules.sort((a, b) => ORDER.indexOf(a.does) - ORDER.indexOf(b.does) || a.rank - b.rank)
  const packets = conversation(asked)
  const judged = packets.map((packet) => stateless(firewall, groups, packet))
  let letGo = false
  for (const [index, packet] of packets.entries()) {
    const first = judged[index]!
    if (first === 'drop') return 'connection-times-out'
    if (first === 'pass' || letGo) continue
    // a packet of a connection that the stateful rules did not see begin
    if (index > 0 && judged[0] === 'pass') return 'connection-times-out'
    const rule = rules.find((one) => one.does !== 'alert' && one.fits(packet))
    if (rule?.does === 'pass') letGo = true
    else if (rule) return ending(packet, rule.does)
    else if (dropsRest(firewall, packet)) return ending(packet, 'drop')
  }
  return 'passes'
}

const ORDER = ['pass', 'drop', 'reject', 'alert']

function ending({ open, proto }: Seen, does: string): Fate {
  if (proto !== 'tcp') return 'connection-times-out'
  if (does === 'reject') return open ? 'connection-reset' : 'connection-refused'
  return open ? 'connection-hangs' : 'connection-times-out'
}

/** SYN, its answer, what the client sends, what the server sends (SSH servers speak first); without connections the last two are the first two. */
function conversation({ from, to, name, protocol, port }: Parameters<typeof playThroughFirewall>[2]): readonly Seen[] {
  const [src, dst] = [addressOf(from), addressOf(to)]
  const there = { src, dst, sport: 40000, dport: port ?? 0, proto: protocol, up: true }
  const back = { src: dst, dst: src, sport: port ?? 0, dport: 40000, proto: protocol, up: false }
  const as = protocol === 'icmp' ? '' : protocol === 'udp' ? (port === 53 ? 'dns' : '') : (SPOKEN[port ?? 0] ?? '')
  const said = { as, name }
  if (protocol !== 'tcp')
    return [
      { ...there, open: false, said },
      { ...back, open: true, said },
    ]
  const sent = [
    { ...there, open: true, said },
    { ...back, open: true, said },
  ]
  return [
    { ...there, open: false, said: null },
    { ...back, open: false, said: null },
    ...(port === 22 ? sent.reverse() : sent),
  ]
}
const SPOKEN: Readonly<Record<number, string>> = { 443: 'tls', 80: 'http' }

function dropsRest({ ruleOrder, statefulDefault }: Firewall, { proto, open, up }: Seen): boolean {
  if (ruleOrder !== 'strict' || statefulDefault === 'none') return false
  if (statefulDefault === 'drop-all' || proto !== 'tcp') return true
  return open && (up || statefulDefault === 'drop-established-app-layer')
}

function stateless(firewall: Firewall, groups: readonly Group[], packet: Seen): 'pass' | 'drop' | 'forward' {
  for (const group of groups) {
    if (group.type !== 'stateless') continue
    for (const rule of [...group.statelessRules].sort((a, b) => a.priority - b.priority))
      if (
        (rule.protocols === 'any' || rule.protocols.split(',').includes(packet.proto)) &&
        holdsAddress(rule.source, packet.src, []) &&
        holdsAddress(rule.destination, packet.dst, []) &&
        (packet.proto === 'icmp' ||
          (holdsPort(rule.sourcePorts, packet.sport) && holdsPort(rule.destinationPorts, packet.dport)))
      )
        return rule.action
  }
  return firewall.statelessDefault
}

function rulesOf(group: Group, home: readonly string[]): Rule[] {
  const own = group.variables.find(({ name }) => name === 'HOME_NET')?.values ?? home
  const nets = { inner: own, outer: home }
  if (group.type === 'stateful')
    return group.statefulRules.map((rule) => written(rule.action, rule.protocol, rule, rule.options, nets))
  if (group.type === 'suricata')
    return group.suricataRules.map((line) => {
      const [head = '', tail = ''] = line.split(' (')
      const [
        action = '',
        protocol = '',
        source = '',
        sourcePorts = '',
        arrow,
        destination = '',
        destinationPorts = '',
      ] = head.split(' ')
      const direction = arrow === '<>' ? 'both' : 'forward'
      const ends = { source, sourcePorts, destination, destinationPorts, direction }
      return written(action, protocol, ends, tail.replace(/\)$/, ''), nets)
    })
  if (group.type !== 'domain-list') return []
  const leaves = (packet: Seen) =>
    packet.up && packet.open && inside(own, packet.src) && !inside(home, packet.dst) && packet.said !== null
  const listed = (name: string | null) =>
    name !== null && group.domains.some((one) => (one.startsWith('.') ? `.${name}`.endsWith(one) : name === one))
  const looked = (packet: Seen) => group.domainProtocols.some((one) => one === packet.said?.as)
  const does = { allow: 'pass', deny: 'drop', reject: 'reject', alert: 'alert' }[group.domainAction]
  const matching = { does, rank: 1, fits: (one: Seen) => leaves(one) && looked(one) && listed(one.said!.name) }
  const others = { does: 'drop', rank: 1, fits: (one: Seen) => leaves(one) && looked(one) }
  return group.domainAction === 'allow' ? [matching, others] : [matching]
}

interface Ends {
  readonly source: string
  readonly sourcePorts: string
  readonly destination: string
  readonly destinationPorts: string
  readonly direction: string
}

function written(
  does: string,
  protocol: string,
  ends: Ends,
  options: string,
  nets: { readonly inner: readonly string[]; readonly outer: readonly string[] },
): Rule {
  const flow = /flow:([^;]*)/.exec(options)?.[1]?.split(',') ?? []
  const [, sign, sni] = /tls\.sni; content:(!?)"([^"]*)"/.exec(options) ?? []
  const rank = Number(/priority:(\d+)/.exec(options)?.[1] ?? 3)
  const address = (text: string, at: bigint): boolean =>
    text === '$HOME_NET'
      ? inside(nets.inner, at)
      : text === '$EXTERNAL_NET'
        ? !inside(nets.outer, at)
        : holdsAddress(text, at, nets.inner)
  const meets = (src: bigint, sport: number, dst: bigint, dport: number, proto: Seen['proto']) =>
    address(ends.source, src) &&
    address(ends.destination, dst) &&
    (proto === 'icmp' || (holdsPort(ends.sourcePorts, sport) && holdsPort(ends.destinationPorts, dport)))
  return {
    does,
    rank,
    fits: ({ src, dst, sport, dport, proto, up, open, said }) =>
      (protocol === 'ip' || protocol === proto || (said !== null && protocol === said.as)) &&
      !(flow.includes('established') && !open) &&
      !(flow.includes('not_established') && open) &&
      !(flow.includes('to_server') && !up) &&
      !(flow.includes('to_client') && up) &&
      (sni === undefined ||
        (up && said?.as === 'tls' && said.name !== null && said.name.endsWith(sni) === (sign === ''))) &&
      (meets(src, sport, dst, dport, proto) || (ends.direction === 'both' && meets(dst, dport, src, sport, proto))),
  }
}

const inside = (blocks: readonly string[], at: bigint): boolean => blocks.some((block) => within(block, at))

/** `any`, a block, `!` before either, or a list of blocks of which negated ones are taken out. */
function holdsAddress(text: string, at: bigint, home: readonly string[]): boolean {
  if (text === 'any') return true
  if (text.startsWith('[')) {
    const items = text.slice(1, -1).split(',')
    const without = items.filter((one) => one.startsWith('!'))
    const wanted = items.filter((one) => !one.startsWith('!'))
    const holds = wanted.length === 0 || wanted.some((one) => within(one, at))
    return holds && !without.some((one) => within(one.slice(1), at))
  }
  if (text === '!$HOME_NET') return !inside(home, at)
  return text.startsWith('!') ? !within(text.slice(1), at) : within(text, at)
}

function holdsPort(text: string, port: number): boolean {
  if (text === 'any') return true
  if (text.startsWith('!')) return !holdsPort(text.slice(1), port)
  return text
    .replace(/[[\]]/g, '')
    .split(',')
    .some((one) => {
      const [from = '', to = from] = one.split(':')
      return Number(from) <= port && port <= Number(to)
    })
}
