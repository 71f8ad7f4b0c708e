import { isNotImported } from '../../../model/notImported.ts'
import {
  asFields,
  asId,
  asNumber,
  asRecords,
  asText,
  asTexts,
  asWord,
  type Fields,
  idFrom,
  isId,
  tagOf,
} from '../../fields.ts'
import { add, type Importing, type InputOf, note, once, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'

type Firewall = InputOf<'network-firewall'>

/** An id out of an ARN of Network Firewall, which names Region, account, type and name: names alone may be there twice. What is to be made goes by its id. */
export const firewallId = (arn: string): string => (isId(arn) ? arn : idFrom(arn.split(':').slice(3).join('-')))
const nameIn = (arn: string): string => arn.split('/').at(-1) ?? arn

/** Endpoints of firewalls by their ids: the firewall, and which of its endpoints it is. Routes name them. */
export const firewallEndpoints = (importing: Importing): ReadonlyMap<string, { target: string; interface: number }> =>
  once(importing, 'firewall-endpoints', () => {
    const found = new Map<string, { target: string; interface: number }>()
    for (const { value } of importing.records('FirewallDetails')) {
      const arn = asText(asFields(value.Firewall).FirewallArn)
      const attached = attachmentsOf(value)
      const subnets = subnetsOf(value)
      if (arn === null) continue
      for (const { endpoint, subnet } of attached) {
        const index = subnets.indexOf(subnet)
        if (index >= 0) found.set(endpoint, { target: firewallId(arn), interface: index })
      }
    }
    // what EC2 tells of them, where no call has described the firewall
    for (const [arn, entries] of taggedEndpoints(importing))
      entries.forEach(({ value }, index) => {
        const endpoint = asId(value.VpcEndpointId)
        if (endpoint !== null && !found.has(endpoint))
          found.set(endpoint, { target: firewallId(arn), interface: index })
      })
    return found
  })

/** Endpoints of `describe-vpc-endpoints` that AWS made for a firewall, by its ARN. Source: Network Firewall guide, tags of firewall endpoints. */
const taggedEndpoints = (importing: Importing): ReadonlyMap<string, readonly Entry[]> =>
  once(importing, 'tagged-firewall-endpoints', () => {
    const found = new Map<string, Entry[]>()
    for (const entry of importing.records('VpcEndpoints')) {
      const arn = tagOf(entry.value, 'Firewall')
      if (tagOf(entry.value, 'AWSNetworkFirewallManaged') !== 'true' || arn === null) continue
      found.set(arn, [...(found.get(arn) ?? []), entry])
    }
    return found
  })

/** `FirewallStatus.SyncStates`: the subnet and the endpoint of each zone. */
const attachmentsOf = (value: Fields): readonly { subnet: string; endpoint: string }[] =>
  Object.values(asFields(asFields(value.FirewallStatus).SyncStates)).flatMap((state) => {
    const attachment = asFields(asFields(state).Attachment)
    const [subnet, endpoint] = [asId(attachment.SubnetId), asId(attachment.EndpointId)]
    return subnet !== null && endpoint !== null ? [{ subnet, endpoint }] : []
  })

const subnetsOf = (value: Fields): readonly string[] => {
  const mapped = asRecords(asFields(value.Firewall).SubnetMappings).flatMap((one) => asId(one.SubnetId) ?? [])
  return mapped.length > 0 ? mapped : attachmentsOf(value).map(({ subnet }) => subnet)
}

/** `describe-firewall`, with the policy that it names. Source: Network Firewall API, Firewall and FirewallStatus. */
export function readFirewall(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const firewall = asFields(value.Firewall)
  const arn = asText(firewall.FirewallArn)
  const vpc = asId(firewall.VpcId)
  if (arn === null) return skip(importing, entry, null, 'a firewall without an ARN')
  if (vpc === null) return skip(importing, entry, firewallId(arn), 'the firewall is attached to no VPC')
  const types = asRecords(firewall.SubnetMappings).map((one) =>
    asWord(one.IPAddressType, ['ipv4', 'dualstack', 'ipv6']),
  )
  for (const { endpoint } of attachmentsOf(value)) interfacesOf(importing).take(endpoint)
  add(importing, entry, {
    kind: 'network-firewall',
    id: firewallId(arn),
    name: tagOf(firewall, 'Name') ?? asText(firewall.FirewallName) ?? nameIn(arn),
    vpc,
    subnets: [...subnetsOf(value)],
    ipAddressType: types.find((type) => type !== null && type !== 'ipv4') ?? 'ipv4',
    ...policyOf(importing, entry, asText(firewall.FirewallPolicyArn)),
  })
}

/** A firewall of which only the endpoints are told: what its rules are is not known. */
export function drawTaggedFirewall(importing: Importing, arn: string): undefined {
  const entries = taggedEndpoints(importing).get(arn) ?? []
  const [entry] = entries
  const vpc = entry ? asId(entry.value.VpcId) : null
  if (!entry || vpc === null || importing.constructs.has(firewallId(arn))) return undefined
  const subnets = entries.map(({ value }) => {
    const endpoint = asId(value.VpcEndpointId) ?? ''
    const own = interfacesOf(importing).take(endpoint)
    return asTexts(value.SubnetIds)[0] ?? own[0]?.subnet ?? ''
  })
  if (subnets.includes(''))
    return skip(importing, entry, firewallId(arn), 'the subnet of a firewall endpoint is not there')
  const drawn = { kind: 'network-firewall', id: firewallId(arn), name: nameIn(arn), vpc, subnets } as const
  if (add(importing, entry, drawn))
    note(
      importing,
      'unknown',
      `${nameIn(arn)}: nothing describes the firewall; it is taken to let everything pass`,
      entry.place,
    )
}

const STATELESS = { 'aws:forward_to_sfe': 'forward', 'aws:pass': 'pass', 'aws:drop': 'drop' } as const
const DEFAULTS = {
  'aws:drop_strict': 'drop-all',
  'aws:drop_established': 'drop-established',
  'aws:drop_established_app_layer': 'drop-established-app-layer',
  'aws:drop_established_app_layer_to_server': 'drop-established-app-layer-to-server',
} as const

const oneOf = <T>(table: Readonly<Record<string, T>>, words: readonly string[], otherwise: T): T =>
  words.flatMap((word) => table[word] ?? [])[0] ?? otherwise

/** What `describe-firewall-policy` says of it; without that only its ARN is known. */
function policyOf(importing: Importing, entry: Entry, arn: string | null): Partial<Firewall> {
  const found = importing
    .records('FirewallPolicyDetails')
    .find(({ value }) => arn !== null && asText(asFields(value.FirewallPolicyResponse).FirewallPolicyArn) === arn)
  if (!found) {
    note(
      importing,
      'unknown',
      `${arn ?? 'The policy'}: nothing describes the policy; it is taken to let everything pass`,
      entry.place,
    )
    return { policyArn: arn ?? '' }
  }
  const policy = asFields(found.value.FirewallPolicy)
  const engine = asFields(policy.StatefulEngineOptions)
  const home = asFields(asFields(asFields(policy.PolicyVariables).RuleVariables).HOME_NET)
  const groups = [...asRecords(policy.StatelessRuleGroupReferences), ...asRecords(policy.StatefulRuleGroupReferences)]
  return {
    statelessDefault: oneOf(STATELESS, asTexts(policy.StatelessDefaultActions), 'forward'),
    fragmentDefault: oneOf(STATELESS, asTexts(policy.StatelessFragmentDefaultActions), 'forward'),
    ruleOrder: asText(engine.RuleOrder) === 'STRICT_ORDER' ? 'strict' : 'action-order',
    statefulDefault: oneOf(DEFAULTS, asTexts(policy.StatefulDefaultActions), 'none'),
    streamException: asWord(engine.StreamExceptionPolicy, ['drop', 'continue', 'reject']) ?? 'drop',
    homeNet: [...asTexts(home.Definition)],
    ruleGroups: groups.flatMap((one, index) => {
      const group = asText(one.ResourceArn)
      if (group === null) return []
      if (group.includes(':aws-managed:')) drawManaged(importing, found, group)
      else if (!isDescribed(importing, group) && !isNotImported(group))
        note(
          importing,
          'unknown',
          `${nameIn(group)}: nothing describes the rule group, so that what it lets through cannot be told: aws network-firewall describe-rule-group --rule-group-arn ${group}`,
          found.place,
        )
      return [{ ruleGroup: firewallId(group), priority: asNumber(one.Priority) ?? index + 1 }]
    }),
  }
}

const isDescribed = (importing: Importing, arn: string): boolean =>
  importing
    .records('RuleGroupDetails')
    .some(({ value }) => asText(asFields(value.RuleGroupResponse).RuleGroupArn) === arn)

function drawManaged(importing: Importing, entry: Entry, arn: string): void {
  const id = firewallId(arn)
  if (importing.constructs.has(id)) return
  add(importing, entry, {
    kind: 'firewall-rule-group',
    id,
    name: nameIn(arn),
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    type: 'managed',
    arn,
  })
}
