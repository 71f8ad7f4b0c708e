import type { ConstructOf } from '../../../model/kinds/registry.ts'
import { asAccount, asFields, asRecords, asText, plain } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import { keepPolicy } from './keepPolicy.ts'

type Account = ConstructOf<'account'>
type Organisation = Pick<Account, 'organisation' | 'organisationPath' | 'isManagement' | 'scps' | 'rcps'>
type Level = Account['scps'][number]

/** The two types of policies, as Organizations calls them. Source: Organizations API, PolicySummary. */
const [SCP, RCP] = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const
/** The root, five levels of units, and the account. Source: Organizations guide, quotas. */
const MOST_LEVELS = 7

/**
 * What calls of Organizations say of an account: `describe-organization`, and from its management account `list-parents`, `list-policies-for-target`
 * and `describe-policy` for each level. Levels and policies that no call has told are there, and not known. null: nobody asked.
 */
export function describedOrganisation(importing: Importing, number: string): Organisation | null {
  const all = importing.records('Organizations')
  const entry = all.find(({ account }) => account === number) ?? (all.length === 1 ? all[0] : undefined)
  if (!entry || (entry.account !== null && entry.account !== number && !isTold(importing, number))) return null
  const { value } = entry
  const organisation = asText(value.Id)
  const management = asAccount(value.MasterAccountId)
  const isManagement = management === number
  const levels = levelsTo(importing, number)
  if (!isManagement && levels === null)
    note(
      importing,
      'unknown',
      `Account ${number}: in which units of the organisation it is, and so which policies of it reach the account, is not in the files`,
      entry.place,
    )
  const policies = (type: typeof SCP | typeof RCP): Level[] =>
    isManagement || isOff(importing, type)
      ? []
      : levels === null
        ? [{ target: 'levels that are not known', policies: [{ name: 'what is attached to them', document: null }] }]
        : levels.map((target) => ({ target: plain(target, 255), policies: attachedTo(importing, target, type) }))
  return {
    organisation,
    organisationPath:
      organisation === null || levels === null ? null : `${[organisation, ...levels.slice(0, -1)].join('/')}/`,
    isManagement,
    scps: policies(SCP),
    rcps: policies(RCP),
  }
}

/** Whether the calls of another account speak of this one. */
const isTold = (importing: Importing, number: string): boolean =>
  importing.where('OrganizationParents', 'ChildId', number).length > 0 ||
  importing.where('Organizations', 'MasterAccountId', number).length > 0

/** Ids of what is above an account, from the root down, and the account; null where no call says it up to the root. */
function levelsTo(importing: Importing, number: string): readonly string[] | null {
  const levels = [number]
  while (levels.length <= MOST_LEVELS) {
    const [above] = importing.where('OrganizationParents', 'ChildId', levels[0]!)
    const [parent] = asRecords(above?.value.Parents)
    const id = asText(parent?.Id)
    if (id === null) return null
    levels.unshift(id)
    if (id.startsWith('r-')) return levels
  }
  return null
}

/** Whether the root says that a type of policies is not turned on. Source: Organizations API, PolicyTypeSummary. */
function isOff(importing: Importing, type: string): boolean {
  const roots = importing.records('Roots')
  return (
    roots.length > 0 &&
    !roots.some(({ value }) =>
      asRecords(value.PolicyTypes).some((one) => asText(one.Type) === type && asText(one.Status) === 'ENABLED'),
    )
  )
}

/** The policies of a type that are attached to a level; where it is turned on there always is one. Source: Organizations guide, SCP and RCP evaluation. */
function attachedTo(importing: Importing, target: string, type: string): Level['policies'] {
  const found = importing
    .where('TargetPolicies', 'TargetId', target)
    .flatMap(({ value }) => asRecords(value.Policies))
    .filter((one) => asText(one.Type) === type)
  if (found.length === 0) return [{ name: 'what is attached to it', document: null }]
  const byId = new Map(found.map((one) => [asText(one.Id) ?? '', one]))
  return [...byId].slice(0, 100).map(([id, one]) => ({
    name: plain(asText(one.Name) ?? id, 255),
    document: textOf(importing, id),
  }))
}

/** Policies that AWS keeps say the same for everybody. Source: Organizations guide, FullAWSAccess and RCPFullAWSAccess. */
const FULL: Readonly<Record<string, string>> = {
  'p-FullAWSAccess': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  'p-RCPFullAWSAccess':
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
}

function textOf(importing: Importing, id: string): string | null {
  for (const entry of importing.records('OrganizationPolicies')) {
    const summary = asFields(entry.value.PolicySummary)
    if (asText(summary.Id) === id) return keepPolicy(importing, entry.value.Content, id, entry.place)
  }
  return Object.hasOwn(FULL, id) ? FULL[id]! : null
}
