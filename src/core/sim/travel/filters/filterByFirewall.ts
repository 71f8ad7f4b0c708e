import type { Origin } from '../../../topology/origin.ts'
import {
  type FirewallNet,
  PROTOCOL,
  type StatefulRule,
  type StatelessAction,
  type TopologyGap,
} from '../../../topology/topology.ts'
import type { StatefulOutcome } from '../walk.ts'
import { type Match, matchStateful, matchStateless, type Seen, type Stage, turnedRound } from './matchFirewallRule.ts'

/** What the stateless engine does with a packet; `doubt` = whether a rule matches that would change it cannot be told. */
export interface StatelessOutcome {
  readonly action: StatelessAction | 'doubt'
  readonly at: Origin
  readonly gap: TopologyGap | null
}

/** The first rule that matches decides for this packet alone. Source: Network Firewall guide, how it filters network traffic. */
export function filterStateless(firewall: FirewallNet, packet: Seen): StatelessOutcome {
  const doubts: { readonly action: StatelessAction; readonly gap: TopologyGap }[] = []
  const conclude = (action: StatelessAction, at: Origin): StatelessOutcome => {
    const doubt = doubts.find((one) => one.action !== action)
    return doubt ? { action: 'doubt', at: doubt.gap.at, gap: doubt.gap } : { action, at, gap: null }
  }
  for (const rule of firewall.stateless) {
    const match = matchStateless(rule, packet)
    if (match === 'yes') return conclude(rule.action, rule.origin)
    if (match === 'maybe') doubts.push({ action: rule.action, gap: rule.doubt ?? portDoubt(rule.origin) })
  }
  return conclude(firewall.statelessDefault, { construct: firewall.id, path: ['statelessDefault'] })
}

const portDoubt = (at: Origin): TopologyGap => ({
  code: 'not-modelled',
  at,
  message: 'a rule for some of the ports only that the client may open',
})

/**
 * What the stateful engine does with a connection that it sees from the beginning: packet by packet the rules are tried in their order; the first
 * that passes lets all of the connection through. Source: Network Firewall guide, rule evaluation order.
 */
export function filterStateful(firewall: FirewallNet, first: Seen, name: string | null): StatefulOutcome {
  const outcomes = applicationsOf(first).map((application) => filterSpoken(firewall, first, application, name))
  const [told] = outcomes
  const other = outcomes.find((one) => fails(one) !== fails(told!))
  if (!other || told!.action === 'doubt') return told!
  if (other.action === 'doubt') return other
  const { at } = fails(other) ? other : told!
  const message = `what is spoken on port ${first.destinationPorts.from}, on which a rule hangs`
  return { action: 'doubt', moment: 'data', at, gap: { code: 'not-modelled', at, message } }
}

const fails = ({ action }: StatefulOutcome): boolean | null =>
  action === 'doubt' ? null : action === 'drop' || action === 'reject'

/** What is spoken on well-known ports. Source: IANA, service names and port numbers. */
const SPOKEN: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [PROTOCOL.tcp]: {
    21: 'ftp',
    22: 'ssh',
    25: 'smtp',
    53: 'dns',
    80: 'http',
    88: 'krb5',
    389: 'ldap',
    443: 'tls',
    445: 'smb',
    587: 'smtp',
    1433: 'tds',
    3306: 'mysql',
    3389: 'rdp',
    5432: 'pgsql',
    6379: 'redis',
  },
  [PROTOCOL.udp]: { 53: 'dns', 67: 'dhcp', 123: 'ntp', 161: 'snmp', 443: 'quic', 500: 'ike' },
}
/** In these the server speaks first. */
const SERVER_FIRST: ReadonlySet<string> = new Set(['ftp', 'ssh', 'smtp', 'mysql'])
const NOT_KNOWN = ['another', 'tls', 'http'] as const
const NOTHING = ['another'] as const

function applicationsOf({ protocol, destinationPorts }: Seen): readonly string[] {
  const spoken = SPOKEN[protocol]?.[destinationPorts.from]
  if (spoken !== undefined) return [spoken]
  return protocol === PROTOCOL.tcp ? NOT_KNOWN : NOTHING
}

/** The packets of a connection that rules tell apart. TCP counts as established after the handshake, everything else once both ends have spoken. Source: Suricata, flow keywords. */
function stagesOf(protocol: number, application: string): readonly Stage[] {
  const stage = (moment: Stage['moment'], toServer: boolean, established: boolean, spoken: string | null): Stage => ({
    moment,
    toServer,
    established,
    application: spoken,
  })
  if (protocol !== PROTOCOL.tcp)
    return [stage('first', true, false, application), stage('answer', false, true, application)]
  const data = [stage('data', true, true, application), stage('data', false, true, application)]
  return [
    stage('first', true, false, null),
    stage('answer', false, false, null),
    ...(SERVER_FIRST.has(application) ? data.reverse() : data),
  ]
}

function filterSpoken(firewall: FirewallNet, first: Seen, application: string, name: string | null): StatefulOutcome {
  const doubts: { readonly passes: boolean; readonly gap: TopologyGap; readonly moment: Stage['moment'] }[] = []
  const conclude = (action: 'pass' | 'drop' | 'reject', moment: Stage['moment'], at: Origin): StatefulOutcome => {
    const doubt = doubts.find((one) => one.passes !== (action === 'pass'))
    return doubt
      ? { action: 'doubt', moment: doubt.moment, at: doubt.gap.at, gap: doubt.gap }
      : { action, moment, at, gap: null }
  }
  const byDefault = { construct: firewall.id, path: ['statefulDefault'] }
  const back = turnedRound(first)
  for (const stage of stagesOf(first.protocol, application)) {
    const packet = stage.toServer ? first : back
    let decided: StatefulRule | null = null
    for (const rule of firewall.stateful) {
      if (rule.action === 'alert') continue
      const match: Match = matchStateful(rule, packet, stage, name)
      if (match === 'yes') {
        decided = rule
        break
      }
      if (match === 'maybe')
        doubts.push({
          passes: rule.action === 'pass',
          gap: rule.doubt ?? portDoubt(rule.origin),
          moment: stage.moment,
        })
    }
    if (decided && decided.action !== 'alert') return conclude(decided.action, stage.moment, decided.origin)
    if (dropsByDefault(firewall, first.protocol, stage)) return conclude('drop', stage.moment, byDefault)
  }
  return conclude('pass', 'data', byDefault)
}

/** Source: Network Firewall guide, strict evaluation order, default actions. */
function dropsByDefault({ statefulDefault }: FirewallNet, protocol: number, { established, toServer }: Stage): boolean {
  if (statefulDefault === 'none') return false
  if (statefulDefault === 'drop-all' || protocol !== PROTOCOL.tcp) return true
  return established && (toServer || statefulDefault === 'drop-established-app-layer')
}
