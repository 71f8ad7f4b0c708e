import type { ConstructOf } from '../../../model/kinds/registry.ts'
import type { Block } from '../../../net/block.ts'
import type { PortRange } from '../../../net/ports.ts'
import type { RuleEnds, StatefulRule, StatelessRule } from '../../firewalls.ts'
import type { Origin } from '../../origin.ts'
import type { TopologyGap } from '../../topologyGap.ts'
import { readOptions } from './readOptions.ts'
import { readAddresses, readPorts, type Variables } from './readSet.ts'

type Group = ConstructOf<'firewall-rule-group'>

/** What the rules of a group may name. */
export interface GroupVariables {
  readonly addresses: Variables<Block>
  readonly ports: Variables<PortRange>
}
/** A rule with what orders it among those of its action: Suricata's `priority`. */
export interface Ranked {
  readonly rule: StatefulRule
  readonly priority: number
}

interface Written {
  readonly source: string
  readonly sourcePorts: string
  readonly destination: string
  readonly destinationPorts: string
}

const ANY = { within: null, without: [] } as const
const ACTIONS = ['pass', 'drop', 'reject', 'alert'] as const

const doubtOf = (at: Origin, message: string): TopologyGap => ({ code: 'not-modelled', at, message })

/** Both ends, and what of them cannot be read: that part may be anything then. */
function readEnds(ends: Written, { addresses, ports }: GroupVariables): { ends: RuleEnds; problem: string | null } {
  let problem: string | null = null
  const known = <T>(value: T | string): T | typeof ANY => {
    if (typeof value !== 'string') return value
    problem ??= value
    return ANY
  }
  return {
    ends: {
      source: known(readAddresses(ends.source, addresses)),
      sourcePorts: known(readPorts(ends.sourcePorts, ports)),
      destination: known(readAddresses(ends.destination, addresses)),
      destinationPorts: known(readPorts(ends.destinationPorts, ports)),
    },
    problem,
  }
}

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 }

/** The stateless rules of a group in the order of their priorities. Source: Network Firewall guide, stateless rule groups. */
export function readStatelessRules(group: Group, variables: GroupVariables): readonly StatelessRule[] {
  return group.statelessRules
    .map((rule, index) => ({ rule, index }))
    .sort((a, b) => a.rule.priority - b.rule.priority)
    .map(({ rule, index }) => {
      const origin = { construct: group.id, path: ['statelessRules', index] }
      const { ends, problem } = readEnds(rule, variables)
      const words = rule.protocols.split(',').map((word) => word.trim().toLowerCase())
      const protocols = words.includes('any') ? null : words.map((word) => PROTOCOLS[word] ?? Number(word))
      const wrong = protocols?.some((one) => !Number.isInteger(one)) ? `“${rule.protocols}” cannot be read` : problem
      const message = wrong ?? (rule.tcpFlags === '' ? null : 'tests of TCP flags')
      return {
        origin,
        action: rule.action,
        protocols: wrong === null ? protocols : null,
        ...ends,
        doubt: message === null ? null : doubtOf(origin, message),
      }
    })
}

/** The stateful rules of a group in the order in which it has them. */
export function readStatefulRules(group: Group, variables: GroupVariables): readonly Ranked[] {
  switch (group.type) {
    case 'stateful':
      return group.statefulRules.map((rule, index) =>
        makeRule({ construct: group.id, path: ['statefulRules', index] }, rule, variables),
      )
    case 'suricata':
      return group.suricataRules.flatMap((line, index) =>
        readLine(line, { construct: group.id, path: ['suricataRules', index] }, variables),
      )
    case 'domain-list':
      return readDomains(group, variables)
    default:
      return []
  }
}

function makeRule(
  origin: Origin,
  rule: Written & {
    readonly action: StatefulRule['action']
    readonly protocol: string
    readonly direction: 'forward' | 'both'
    readonly options: string
  },
  variables: GroupVariables,
): Ranked {
  const { ends, problem } = readEnds(rule, variables)
  const { priority, unread, ...options } = readOptions(rule.options)
  const message = problem ?? (unread === null ? null : `the option “${unread}” of a firewall rule`)
  return {
    priority,
    rule: {
      origin,
      action: rule.action,
      protocol: rule.protocol.trim().toLowerCase(),
      bothWays: rule.direction === 'both',
      ...ends,
      ...options,
      doubt: message === null ? null : doubtOf(origin, message),
    },
  }
}

const LINE =
  /^(\w+)\s+([\w-]+)\s+(\[[^\]]*\]|\S+)\s+(\[[^\]]*\]|\S+?)\s*(->|<>)\s*(\[[^\]]*\]|\S+)\s+(\[[^\]]*\]|\S+)\s*\((.*)\)\s*$/s

/** One line of Suricata's language; comments and empty lines are no rules. What is no rule at all may be one that decides anything. */
function readLine(line: string, origin: Origin, variables: GroupVariables): readonly Ranked[] {
  const text = line.trim()
  if (text === '' || text.startsWith('#')) return []
  const [, action = '', protocol = '', source = '', sourcePorts = '', arrow, destination = '', destinationPorts = ''] =
    LINE.exec(text) ?? []
  const known = ACTIONS.find((word) => word === action.toLowerCase())
  if (!known) return unknownRules(doubtOf(origin, 'the rule cannot be read')).map((rule) => ({ rule, priority: 1 }))
  const options = LINE.exec(text)![8]!
  const written = { source, sourcePorts, destination, destinationPorts, options, protocol, action: known }
  return [makeRule(origin, { ...written, direction: arrow === '<>' ? 'both' : 'forward' }, variables)]
}

/** What stands for rules that nobody can read: they may let anything pass, and drop anything. */
export const unknownRules = (doubt: TopologyGap): readonly StatefulRule[] =>
  (['pass', 'drop'] as const).map((action) => ({
    origin: doubt.at,
    action,
    protocol: 'ip',
    bothWays: true,
    source: ANY,
    sourcePorts: ANY,
    destination: ANY,
    destinationPorts: ANY,
    established: null,
    toServer: null,
    names: [],
    applications: [],
    ipProtocols: [],
    doubt,
  }))

const LIST_ACTIONS = { allow: 'pass', deny: 'drop', reject: 'reject', alert: 'alert' } as const

/**
 * The rules that AWS makes of a domain list: one for each name and protocol, from HOME_NET to EXTERNAL_NET, in established connections; a
 * list that allows drops what else is of these protocols. Source: Network Firewall guide, domain list rule groups and their generated rules.
 */
function readDomains({ id, domains, domainAction, domainProtocols }: Group, variables: GroupVariables): Ranked[] {
  const ends = { source: '$HOME_NET', sourcePorts: 'any', destination: '$EXTERNAL_NET', destinationPorts: 'any' }
  const made: Ranked[] = []
  const make = (
    path: Origin['path'],
    action: StatefulRule['action'],
    protocol: string,
    names: StatefulRule['names'],
  ) => {
    const written = { ...ends, action, protocol, direction: 'forward', options: 'flow:to_server,established' } as const
    const { rule } = makeRule({ construct: id, path }, written, variables)
    made.push({ rule: { ...rule, names }, priority: 1 })
  }
  for (const protocol of domainProtocols)
    domains.forEach((domain, index) => {
      const dotted = domain.startsWith('.')
      const of = protocol === 'tls' ? 'sni' : 'host'
      const test = { of, text: domain.toLowerCase(), atStart: !dotted, atEnd: true, dotted, negated: false } as const
      make(['domains', index], LIST_ACTIONS[domainAction], protocol, [test])
    })
  if (domainAction === 'allow') for (const protocol of domainProtocols) make(['domains'], 'drop', protocol, [])
  return made
}
