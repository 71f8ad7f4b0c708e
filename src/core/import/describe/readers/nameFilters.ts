import { notImported } from '../../../model/notImported.ts'
import {
  asId,
  asNumber,
  asRecords,
  asText,
  asTexts,
  asWord,
  type Fields,
  lastPart,
  peekText,
  plain,
  type Value,
} from '../../fields.ts'
import { add, type Importing, type InputOf, ignore, note, skip } from '../../importing.ts'
import { tell } from '../../ledger.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'

type Rule = NonNullable<InputOf<'dns-firewall-rule-group'>['rules']>[number]
/** What a rule may hold; longer lists are not drawn. */
const MOST_DOMAINS = 1000

/** `route53resolver list-firewall-rule-groups`, rules from `list-firewall-rules`, domains from `list-firewall-domains`. Source: Route 53 API reference. */
export function readFilterGroup(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.Id)
  if (id === null) return skip(importing, entry, null, 'a DNS Firewall rule group without an id')
  drawGroup(importing, entry, id, asText(entry.value.Name) ?? id)
}

/** `list-firewall-rule-group-associations`: the group where no list names it. */
export function readFilterAssociation(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.FirewallRuleGroupId)
  if (id !== null && !importing.constructs.has(id)) drawGroup(importing, entry, id, id)
}

function drawGroup(importing: Importing, entry: Entry, id: string, name: string): undefined {
  if (!importing.wasAsked('FirewallRuleGroupAssociations', entry))
    note(importing, 'unknown', `${id}: the VPCs of the rule group are not in the files`, entry.place)
  const lists = importing.where('FirewallRuleLists', 'FirewallRuleGroupId', id)
  if (lists.length === 0)
    note(
      importing,
      'unknown',
      `${id}: the rules of the group are not in the files; what they block is not known`,
      entry.place,
    )
  const rules = lists.flatMap(({ value }) => asRecords(value.FirewallRules))
  add(importing, entry, {
    kind: 'dns-firewall-rule-group',
    id,
    name,
    region: regionOf(importing, entry),
    rules:
      lists.length === 0
        ? [unknownRule(1, 'rules that are not in the files')]
        : rules.flatMap((one) => ruleOf(importing, entry, id, one)),
    vpcs: importing.where('FirewallRuleGroupAssociations', 'FirewallRuleGroupId', id).flatMap(({ value }) => {
      const vpc = asId(value.VpcId)
      const priority = priorityOf(value.Priority)
      return vpc === null || priority === null || isDeleting(value) ? [] : [{ vpc, priority }]
    }),
  })
}

/** Source: Route 53 API, FirewallRuleGroupAssociation and ProfileAssociation, Status. */
const STATES = ['COMPLETE', 'CREATING', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'] as const
const isDeleting = ({ Status }: Fields): boolean => ['DELETING', 'DELETED'].includes(asWord(Status, STATES) ?? '')

/** A rule that may block, of which nobody says which names: it is told as an assumption. */
const unknownRule = (priority: number, list: string): Rule => ({
  priority,
  action: 'BLOCK',
  managedList: plain(list, 128),
})

function ruleOf(importing: Importing, entry: Entry, group: string, value: Fields): readonly Rule[] {
  const priority = priorityOf(value.Priority)
  const action = asWord(value.Action, ['ALLOW', 'ALERT', 'BLOCK'])
  if (priority === null || action === null) {
    note(importing, 'skipped', `${group}: a rule without a priority or an action`, entry.place)
    return []
  }
  return [
    {
      priority,
      action,
      ...namesOf(importing, entry, value),
      blockResponse: asWord(value.BlockResponse, ['NODATA', 'NXDOMAIN', 'OVERRIDE']) ?? 'NODATA',
      overrideDomain: asText(value.BlockOverrideDomain)?.replace(/(?<=.)\.$/, '') ?? null,
      redirections: asText(value.FirewallDomainRedirectionAction) === 'TRUST_REDIRECTION_DOMAIN' ? 'trust' : 'inspect',
    },
  ]
}

/** The names that a rule is for: those of an own list, or in words what cannot be told. */
function namesOf(importing: Importing, entry: Entry, value: Fields): Pick<Rule, 'domains' | 'managedList'> {
  const id = asText(value.FirewallDomainListId)
  const unknown = (words: string) => ({ domains: [], managedList: plain(words, 128) })
  if (id === null) return unknown(asText(value.DnsThreatProtection) ?? asText(value.Name) ?? 'an advanced rule')
  const list = importing.find('FirewallDomainLists', id)
  const name = asText(list?.value.Name) ?? id
  // Only questions for one type of record
  const type = asText(value.Qtype)
  if (type !== null) return unknown(`${name}, for ${type} records`)
  if (peekText(list?.value.ManagedOwnerName) !== null) return unknown(name)
  const answers = importing.where('FirewallDomains', 'FirewallDomainListId', id)
  const domains = answers.flatMap((answer) => asTexts(answer.value.Domains))
  if (answers.length > 0 && domains.length <= MOST_DOMAINS)
    return { domains: domains.map((one) => one.replace(/(?<=.)\.$/, '')), managedList: null }
  const why = answers.length === 0 ? 'are not in the files' : `are more than ${MOST_DOMAINS}`
  note(importing, 'unknown', `${id}: the domains of the list ${why}; what it holds is not known`, entry.place)
  return unknown(name)
}

const priorityOf = (value: unknown): number | null => {
  const number = asNumber(value)
  return number !== null && number > 0 ? number : null
}

/** `route53profiles list-profiles`, with `list-profile-associations` and `list-profile-resource-associations`. */
export function readProfile(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.Id)
  if (id === null) return skip(importing, entry, null, 'a Profile without an id')
  drawProfile(importing, entry, id, asText(entry.value.Name) ?? id)
}

/** `list-profile-associations`: the Profile where no list names it. */
export function readProfileAssociation(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.ProfileId)
  if (id !== null && !importing.constructs.has(id)) drawProfile(importing, entry, id, id)
}

/** What a Profile may share that is drawn. */
const SHARED = ['hostedzone', 'resolver-rule', 'vpc-endpoint', 'firewall-rule-group'] as const

function drawProfile(importing: Importing, entry: Entry, id: string, name: string): undefined {
  if (!importing.wasAsked('ProfileAssociations', entry))
    note(importing, 'unknown', `${id}: the VPCs of the Profile are not in the files`, entry.place)
  const answers = importing.where('ProfileResources', 'ProfileId', id)
  if (answers.length === 0)
    note(importing, 'unknown', `${id}: what the Profile shares is not in the files`, entry.place)
  const shared = answers
    .flatMap(({ value }) => asRecords(value.ProfileResourceAssociations))
    .filter((one) => !isDeleting(one) || ignore(importing, one))
    .map((value) => ({ arn: asText(value.ResourceArn) ?? '', value }))
  const of = (type: string) =>
    shared.flatMap(({ arn, value }) => {
      const one = arn.includes(`:${type}/`) ? asId(lastPart(arn)) : null
      return one === null ? [] : [{ id: one, value }]
    })
  const ids = (type: string) => of(type).map((one) => one.id)
  for (const { arn } of shared)
    if (!SHARED.some((type) => arn.includes(`:${type}/`)))
      note(
        importing,
        'skipped',
        `${id}: it shares what is not drawn: ${arn === '' ? 'a resource without an ARN' : arn}`,
        entry.place,
      )
  add(importing, entry, {
    kind: 'route-53-profile',
    id,
    name,
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    vpcs: importing.where('ProfileAssociations', 'ProfileId', id).flatMap(({ value }) => {
      const vpc = asId(value.ResourceId)
      return vpc === null || isDeleting(value) ? [] : [vpc]
    }),
    // A zone that nobody knows leaves open what is answered in the VPCs
    hostedZones:
      answers.length === 0
        ? [notImported(`shared-by-${id}`)]
        : ids('hostedzone').map((zone) => (importing.constructs.has(zone) ? zone : notImported(zone))),
    resolverRules: ids('resolver-rule'),
    interfaceEndpoints: ids('vpc-endpoint'),
    firewallRuleGroups: of('firewall-rule-group').map((one) => ({
      group: one.id,
      priority: priorityIn(one.value.ResourceProperties) ?? 1,
    })),
  })
}

/** `{"priority": 102}`. */
function priorityIn(value: Value): number | null {
  const found = /^\s*\{[^{}]*"priority"\s*:\s*"?(\d+)[^{}]*\}\s*$/i.exec(peekText(value) ?? '')?.[1]
  tell(value, found === undefined ? 'not understood' : 'understood')
  return priorityOf(found ?? null)
}
