import type { ConstructOf } from '../../model/kinds/registry.ts'
import { listed, placed, type Settings, type Value } from './value.ts'

type Group = ConstructOf<'firewall-rule-group'>

/** What AWS is asked for a rule group. Its capacity cannot be changed later, so there is room for as many rules again. Source: Network Firewall API, CreateRuleGroup. */
export const ruleGroupSettings = (group: Group, strict: boolean) => ({
  Type: group.type === 'stateless' ? 'STATELESS' : 'STATEFUL',
  Capacity: Math.max(100, 2 * capacityOf(group)),
  RuleGroup: {
    RulesSource: sourceOf(group),
    RuleVariables: group.type === 'stateless' ? undefined : variablesOf(group),
    StatefulRuleOptions: group.type === 'stateless' || !strict ? undefined : { RuleOrder: 'STRICT_ORDER' },
  },
})

const TARGET_TYPES = { tls: 'TLS_SNI', http: 'HTTP_HOST' } as const
const LIST_TYPES = { allow: 'ALLOWLIST', deny: 'DENYLIST', reject: 'REJECTLIST', alert: 'ALERTLIST' } as const

function sourceOf(group: Group): Settings {
  switch (group.type) {
    case 'stateless':
      return {
        StatelessRulesAndCustomActions: {
          StatelessRules: group.statelessRules.map((rule) => statelessRule(rule, group)),
        },
      }
    case 'domain-list':
      return {
        RulesSourceList: {
          GeneratedRulesType: LIST_TYPES[group.domainAction],
          TargetTypes: group.domainProtocols.map((one) => TARGET_TYPES[one]),
          Targets: group.domains,
        },
      }
    case 'suricata':
      return { RulesString: group.suricataRules.join('\n') }
    default:
      return { StatefulRules: group.statefulRules.map((rule, index) => statefulRule(rule, index, group)) }
  }
}

const statefulRule = (rule: Group['statefulRules'][number], index: number, construct: Group) => ({
  Action: rule.action.toUpperCase(),
  Header: {
    Protocol: /^[a-z0-9]+$/i.test(rule.protocol) ? rule.protocol.toUpperCase() : rule.protocol,
    Source: rule.source.toLowerCase() === 'any' ? 'ANY' : placed(rule.source, { construct }),
    SourcePort: rule.sourcePorts.toLowerCase() === 'any' ? 'ANY' : rule.sourcePorts,
    Direction: rule.direction === 'both' ? 'ANY' : 'FORWARD',
    Destination: rule.destination.toLowerCase() === 'any' ? 'ANY' : placed(rule.destination, { construct }),
    DestinationPort: rule.destinationPorts.toLowerCase() === 'any' ? 'ANY' : rule.destinationPorts,
  },
  RuleOptions: optionsOf(rule.options, index),
})

interface RuleOption {
  readonly Keyword: string
  readonly Settings: readonly string[] | undefined
  readonly [name: string]: Value | undefined
}

/** Each option by its keyword; a rule has to have an id (`sid`). */
function optionsOf(text: string, index: number): readonly RuleOption[] {
  const options = [...text.matchAll(/(?:[^;"\\]|\\.|"(?:[^"\\]|\\.)*")+/g)].flatMap(([whole]): RuleOption[] => {
    const option = whole.trim()
    const colon = option.indexOf(':')
    if (option === '') return []
    return colon < 0
      ? [{ Keyword: option, Settings: undefined }]
      : [{ Keyword: option.slice(0, colon).trim(), Settings: [option.slice(colon + 1).trim()] }]
  })
  return options.some(({ Keyword }) => Keyword === 'sid')
    ? options
    : [...options, { Keyword: 'sid', Settings: [`${index + 1}`] }]
}

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 }
const itemsOf = (text: string): readonly string[] =>
  text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && item.toLowerCase() !== 'any')

const statelessRule = (rule: Group['statelessRules'][number], construct: Group) => ({
  Priority: rule.priority,
  RuleDefinition: {
    Actions: [rule.action === 'forward' ? 'aws:forward_to_sfe' : `aws:${rule.action}`],
    MatchAttributes: {
      Protocols: listed(itemsOf(rule.protocols).map((word) => PROTOCOLS[word.toLowerCase()] ?? numberOr(word))),
      Sources: addressesOf(rule.source, construct),
      SourcePorts: portsOf(rule.sourcePorts),
      Destinations: addressesOf(rule.destination, construct),
      DestinationPorts: portsOf(rule.destinationPorts),
      TCPFlags: flagsOf(rule.tcpFlags),
    },
  },
})

const addressesOf = (text: string, construct: Group) =>
  listed(itemsOf(text).map((item) => ({ AddressDefinition: placed(item, { construct }) })))
const portsOf = (text: string) =>
  listed(
    itemsOf(text).map((range) => {
      const [from = '', to = from] = /[^\d:-]/.test(range) ? [range] : range.split(/[:-]/)
      return { FromPort: numberOr(from || '0'), ToPort: numberOr(to || '65535') }
    }),
  )
/** What is no number is written as it is, for AWS to refuse. */
const numberOr = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

/** `SYN/SYN+ACK`: the flags that are set among those that are looked at; several with commas between them. */
const flagsOf = (text: string) =>
  listed(
    itemsOf(text).map((item) => {
      const [flags = '', masks] = item.split('/').map((side) => side.split('+').filter((flag) => flag !== ''))
      return { Flags: flags, Masks: masks && listed(masks) }
    }),
  )

/** Sets of addresses and sets of ports are told apart by what is in them. */
function variablesOf(construct: Group) {
  const { variables } = construct
  const isPorts = (values: readonly string[]) =>
    values.length > 0 && values.every((one) => /^[\d:,![\]\s-]+$/.test(one))
  const setsOf = (ports: boolean) => {
    const found = variables.filter(({ values }) => values.length > 0 && isPorts(values) === ports)
    return found.length > 0
      ? Object.fromEntries(
          found.map(({ name, values }) => [name, { Definition: values.map((one) => placed(one, { construct })) }]),
        )
      : undefined
  }
  const [ipSets, portSets] = [setsOf(false), setsOf(true)]
  return ipSets || portSets ? { IPSets: ipSets, PortSets: portSets } : undefined
}

/** Source: Network Firewall guide, rule group capacity: stateless rules count what their settings multiply to, stateful ones count once. */
function capacityOf(group: Group): number {
  const parts = (text: string) => Math.max(1, itemsOf(text).length)
  switch (group.type) {
    case 'stateless':
      return group.statelessRules.reduce(
        (sum, one) =>
          sum +
          parts(one.protocols) *
            parts(one.source) *
            parts(one.sourcePorts) *
            parts(one.destination) *
            parts(one.destinationPorts),
        0,
      )
    case 'domain-list':
      return group.domains.length * group.domainProtocols.length
    case 'suricata':
      return group.suricataRules.length
    default:
      return group.statefulRules.length
  }
}
