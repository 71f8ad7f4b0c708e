import { asFields, asNumber, asRecords, asText, asTexts, asWord, type Fields, plain } from '../../fields.ts'
import { add, type Importing, type InputOf, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'
import { firewallId } from './firewalls.ts'

type Group = InputOf<'firewall-rule-group'>

/** `describe-rule-group`. Source: Network Firewall API, RuleGroup. */
export function readRuleGroup(entry: Entry, importing: Importing): undefined {
  const response = asFields(entry.value.RuleGroupResponse)
  const group = asFields(entry.value.RuleGroup)
  const arn = asText(response.RuleGroupArn)
  if (arn === null) return skip(importing, entry, null, 'a rule group without an ARN')
  const id = firewallId(arn)
  if (importing.constructs.has(id)) return
  const rules = rulesOf(asFields(group.RulesSource))
  if (rules === null) return skip(importing, entry, id, 'the rules of the group are not there')
  add(importing, entry, {
    kind: 'firewall-rule-group',
    id,
    name: asText(response.RuleGroupName) ?? id,
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    variables: variablesOf(asFields(group.RuleVariables)),
    ...rules,
  })
}

const variablesOf = (variables: Fields): NonNullable<Group['variables']> =>
  [...Object.entries(asFields(variables.IPSets)), ...Object.entries(asFields(variables.PortSets))].map(
    ([name, set]) => ({ name, values: [...asTexts(asFields(set).Definition)] }),
  )

function rulesOf(source: Fields): Partial<Group> | null {
  const text = asText(source.RulesString)
  if (text !== null) return { type: 'suricata', suricataRules: linesOf(text) }
  const list = asFields(source.RulesSourceList)
  if (Array.isArray(list.Targets)) {
    const types = asTexts(list.TargetTypes)
    const protocols = (['tls', 'http'] as const).filter((one) =>
      types.includes(one === 'tls' ? 'TLS_SNI' : 'HTTP_HOST'),
    )
    const word = asWord(list.GeneratedRulesType, ['ALLOWLIST', 'DENYLIST', 'REJECTLIST', 'ALERTLIST'])
    if (word === null) return null
    return {
      type: 'domain-list',
      domains: [...asTexts(list.Targets)],
      domainAction: LISTS[word],
      domainProtocols: protocols,
    }
  }
  if (Array.isArray(source.StatefulRules))
    return {
      type: 'stateful',
      statefulRules: asRecords(source.StatefulRules).flatMap((one) => statefulRule(one) ?? []),
    }
  const stateless = asFields(source.StatelessRulesAndCustomActions)
  if (Array.isArray(stateless.StatelessRules))
    return {
      type: 'stateless',
      statelessRules: asRecords(stateless.StatelessRules).flatMap((one) => statelessRule(one) ?? []),
    }
  return null
}

const LISTS = { ALLOWLIST: 'allow', DENYLIST: 'deny', REJECTLIST: 'reject', ALERTLIST: 'alert' } as const

/** The rules of a text, one each; a backslash at the end of a line joins it to the next. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => plain(line, 8000).trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** `ANY` is any; everything else stands as AWS has it. */
const endOf = (value: unknown): string => {
  const text = asText(value) ?? 'any'
  return /^any$/i.test(text) ? 'any' : text
}

function statefulRule(rule: Fields): NonNullable<Group['statefulRules']>[number] | null {
  const header = asFields(rule.Header)
  const action = asWord(rule.Action, ['pass', 'drop', 'reject', 'alert'])
  if (action === null) return null
  return {
    action,
    protocol: (asText(header.Protocol) ?? 'ip').toLowerCase(),
    source: endOf(header.Source),
    sourcePorts: endOf(header.SourcePort),
    destination: endOf(header.Destination),
    destinationPorts: endOf(header.DestinationPort),
    direction: asText(header.Direction) === 'ANY' ? 'both' : 'forward',
    options: asRecords(rule.RuleOptions)
      .map((one) => {
        const settings = asTexts(one.Settings).join(',')
        return `${asText(one.Keyword) ?? ''}${settings === '' ? '' : `:${settings}`};`
      })
      .join(' '),
  }
}

const WORDS: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' }
const ACTIONS = { 'aws:pass': 'pass', 'aws:drop': 'drop', 'aws:forward_to_sfe': 'forward' } as const

function statelessRule(rule: Fields): NonNullable<Group['statelessRules']>[number] | null {
  const definition = asFields(rule.RuleDefinition)
  const match = asFields(definition.MatchAttributes)
  const actions = asTexts(definition.Actions)
  const action = (['aws:pass', 'aws:drop', 'aws:forward_to_sfe'] as const).find((one) => actions.includes(one))
  const priority = asNumber(rule.Priority)
  if (action === undefined || priority === null) return null
  const protocols = asTexts(match.Protocols).map((number) => WORDS[Number(number)] ?? number)
  return {
    priority,
    action: ACTIONS[action],
    protocols: protocols.join(',') || 'any',
    source: joined(asRecords(match.Sources).map((one) => asText(one.AddressDefinition) ?? '')),
    sourcePorts: joined(asRecords(match.SourcePorts).map(rangeOf)),
    destination: joined(asRecords(match.Destinations).map((one) => asText(one.AddressDefinition) ?? '')),
    destinationPorts: joined(asRecords(match.DestinationPorts).map(rangeOf)),
    tcpFlags: asRecords(match.TCPFlags).map(flagsOf).join(','),
  }
}

/** As the export reads it back. */
const flagsOf = ({ Flags, Masks }: Fields): string =>
  [asTexts(Flags), asTexts(Masks)]
    .filter((flags, index) => index === 0 || flags.length > 0)
    .map((flags) => flags.join('+'))
    .join('/')
const joined = (items: readonly string[]): string => items.filter((one) => one !== '').join(',') || 'any'
const rangeOf = ({ FromPort, ToPort }: Fields): string => {
  const [from, to] = [asNumber(FromPort) ?? 0, asNumber(ToPort) ?? 65535]
  return from === to ? `${from}` : `${from}:${to}`
}
