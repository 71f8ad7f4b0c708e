import { isAccountId, isRegionCode, placeOfArn, placeOfPath, regionOfZone } from '../places.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { type Bag, bag, bags, textIn } from './bag.ts'
import type { FindReferents } from './resolve/findReferents.ts'
import type { Instance, TerraformRoot } from './terraformRoot.ts'

/** The account and the Region that an instance is in. */
export interface Whereabouts {
  readonly account: string
  readonly region: string
}
/** An account of AWS's own examples, and the Region that its tools take where nobody names one. */
const UNNAMED: Whereabouts = { account: '111122223333', region: 'us-east-1' }

interface Evidence {
  readonly accounts: Set<string>
  readonly regions: Set<string>
}

/** Account and Region of every instance: it says so itself, its provider does, others of the same provider do, the folder of its file; what nobody says is told. */
export function whenceOf(
  roots: readonly TerraformRoot[],
  instances: readonly Instance[],
  findReferents: FindReferents,
  taker: NoteTaker,
): ReadonlyMap<Instance, Whereabouts> {
  const evidence = new Map<TerraformRoot, Map<string, Evidence>>()
  const evidenceOf = (root: TerraformRoot, provider: string): Evidence => {
    const byProvider = evidence.get(root) ?? new Map<string, Evidence>()
    evidence.set(root, byProvider)
    const found = byProvider.get(provider) ?? { accounts: new Set<string>(), regions: new Set<string>() }
    byProvider.set(provider, found)
    return found
  }
  for (const root of roots)
    for (const [key, block] of root.providers) {
      const found = evidenceOf(root, plainKey(key))
      for (const one of said(root, block, 'region', findReferents)) if (isRegionCode(one)) found.regions.add(one)
      for (const one of accountsOfProvider(root, block, findReferents)) found.accounts.add(one)
    }
  for (const one of instances) {
    const found = evidenceOf(one.root, plainKey(one.provider))
    const { account, region } = saysOf(one)
    if (account !== null) found.accounts.add(account)
    // a provider may be told another Region for single resources
    if (region !== null && found.regions.size === 0) found.regions.add(region)
  }
  const only = (set: ReadonlySet<string>) => (set.size === 1 ? [...set][0]! : null)
  const untold = new Map<TerraformRoot, Set<string>>()
  const whence = new Map<Instance, Whereabouts>()
  for (const one of instances) {
    const own = saysOf(one)
    const found = evidenceOf(one.root, plainKey(one.provider))
    const all = [...evidence.get(one.root)!.values()]
    const folder = placeOfPath(one.root.file)
    const shared = (of: keyof Evidence) => only(new Set(all.flatMap((each) => [...each[of]])))
    const account = own.account ?? only(found.accounts) ?? folder.account ?? shared('accounts')
    const region = own.region ?? only(found.regions) ?? folder.region ?? shared('regions')
    if (one.type.startsWith('aws_')) {
      const open = untold.get(one.root) ?? new Set<string>()
      untold.set(one.root, open)
      if (account === null) open.add('account')
      if (region === null) open.add('Region')
    }
    whence.set(one, { account: account ?? UNNAMED.account, region: region ?? UNNAMED.region })
  }
  for (const [root, open] of untold)
    for (const what of open) {
      const by = what === 'account' ? `the account ${UNNAMED.account} stands for it` : `${UNNAMED.region} is taken`
      const where = { file: root.file, key: null, index: null }
      takeNote(taker, 'assumed', `The file does not name the ${what} of all that it makes: ${by}`, where)
    }
  return whence
}

/** `module.net:aws.west` is `aws.west`. */
const plainKey = (key: string | null): string => key?.replace(/^.*:/, '') ?? ''

/** What values of an instance say of where it is. */
function saysOf({ values, type, mode }: Instance): { readonly account: string | null; readonly region: string | null } {
  if (mode === 'data' && type === 'aws_caller_identity') return { account: accountIn(values.account_id), region: null }
  if (mode === 'data' && type === 'aws_region') {
    const code = textIn(values.region) || textIn(values.id) || textIn(values.name)
    return { account: null, region: isRegionCode(code) ? code : null }
  }
  const arn = placeOfArn(textIn(values.arn))
  const region = textIn(values.region)
  return {
    account: mode === 'data' ? null : (accountIn(values.owner_id) ?? arn.account),
    region: (isRegionCode(region) ? region : null) ?? arn.region ?? regionOfZone(textIn(values.availability_zone)),
  }
}
const accountIn = (value: unknown): string | null => (isAccountId(textIn(value)) ? textIn(value) : null)

function said(root: TerraformRoot, block: Bag, argument: string, findReferents: FindReferents): readonly string[] {
  return textsOf(root, bag(block.expressions)[argument], findReferents)
}

function textsOf(root: TerraformRoot, expression: unknown, findReferents: FindReferents): readonly string[] {
  const { constant_value, references } = bag(expression)
  if (constant_value !== undefined) return [constant_value].flat().filter((one) => typeof one === 'string')
  // more than one thing, and nobody knows what it makes of them
  if (!Array.isArray(references) || references.length > 2) return []
  const scope = root.scopes.get('')
  if (!scope) return []
  const { known, found } = findReferents(expression, { root, scope, key: null, forEach: undefined })
  return found.length > 0 ? [] : known.flat().filter((one) => typeof one === 'string')
}

/** Whose credentials a provider has, or may have alone. Source: AWS provider, `assume_role`, `allowed_account_ids`. */
function accountsOfProvider(root: TerraformRoot, block: Bag, findReferents: FindReferents): readonly string[] {
  const roles = bags(bag(block.expressions).assume_role).flatMap(({ role_arn }) =>
    textsOf(root, role_arn, findReferents),
  )
  const accounts = roles.flatMap(
    (role) => /^arn:aws[\w-]*:iam::(\d{12}):/.exec(role)?.[1] ?? (isAccountId(role) ? role : []),
  )
  const allowed = said(root, block, 'allowed_account_ids', findReferents).filter(isAccountId)
  return accounts.length > 0 ? accounts : allowed.length === 1 ? allowed : []
}
