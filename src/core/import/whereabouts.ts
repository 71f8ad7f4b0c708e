import { asAccount, asText, tagOf } from './fields.ts'
import { add, type Importing, note } from './importing.ts'
import { isAccountId, isRegionCode, placeOfArn, regionOfZone } from './places.ts'
import type { Entry } from './records.ts'

/** Stands for the Region, or the account, that the files do not name. */
const NO_REGION = 'region-not-named'
export const NO_ACCOUNT = 'account-not-named'

const ARN_MEMBERS = [
  'SubnetArn',
  'TransitGatewayArn',
  'LoadBalancerArn',
  'TargetGroupArn',
  'FunctionArn',
  'PrefixListArn',
  'DBInstanceArn',
  'SecurityGroupArn',
  'ARN',
  'Arn',
]
const arnOf = ({ value }: Entry): string | null => {
  for (const member of ARN_MEMBERS) {
    const arn = member in value ? asText(value[member]) : null
    if (arn?.startsWith('arn:')) return arn
  }
  return null
}

/** Code of the Region that a record lies in; null where the files do not say it. */
export function regionCodeOf(importing: Importing, entry: Entry): string | null {
  const zone = 'AvailabilityZone' in entry.value ? asText(entry.value.AvailabilityZone) : null
  const said = regionOfZone(zone) ?? placeOfArn(arnOf(entry)).region ?? entry.region
  if (said) return said
  const vpc = asText(entry.value.VpcId)
  if (vpc === null) return null
  for (const subnet of importing.where('Subnets', 'VpcId', vpc)) {
    const region = regionOfZone(asText(subnet.value.AvailabilityZone))
    if (region) return region
  }
  return null
}

/** The construct of the Region that a record lies in. */
export function regionOf(importing: Importing, entry: Entry): string {
  const code = regionCodeOf(importing, entry)
  if (code === null)
    note(
      importing,
      'unknown',
      `The files do not say in which Region this is: put them into a folder of its name`,
      entry.place,
    )
  return regionByCode(importing, code, entry)
}

/** The construct of a Region; it is made with the first that asks for it. */
export function regionByCode(importing: Importing, code: string | null, entry: Entry): string {
  const id = isRegionCode(code) ? code : NO_REGION
  if (!importing.constructs.has(id))
    add(importing, entry, {
      kind: 'region',
      id,
      name: id === NO_REGION ? 'Region not named in the files' : id,
      code: id,
    })
  return id
}

/** The account that owns a record: it says so itself, its ARN does, or the folder. */
export function accountNumberOf(entry: Entry): string | null {
  return asAccount(entry.value.OwnerId) ?? placeOfArn(arnOf(entry)).account ?? entry.account
}

/** The construct of the account that owns a record. */
export function accountOf(importing: Importing, entry: Entry): string {
  const number = accountNumberOf(entry)
  if (number === null)
    note(
      importing,
      'unknown',
      'The files do not say whose account this is: put them into a folder of its number',
      entry.place,
    )
  return accountByNumber(importing, number)
}

/** The construct's id of an account; the construct itself is made at the end, when its zones are known. */
export function accountByNumber(importing: Importing, number: string | null): string {
  const known = isAccountId(number) ? number : ''
  if (!importing.zones.has(known)) importing.zones.set(known, new Map())
  return known === '' ? NO_ACCOUNT : `account-${known}`
}

/** Zone names of an account in a Region, with their ids as far as the files say them. */
export function zonesOf(importing: Importing, account: string | null, region: string): Map<string, string> {
  accountByNumber(importing, account)
  const regions = importing.zones.get(isAccountId(account) ? account : '')!
  const zones = regions.get(region) ?? new Map<string, string>()
  regions.set(region, zones)
  return zones
}

/** The name of a record: its Name tag, else its id. */
export const titleOfRecord = (entry: Entry, id: string): string => tagOf(entry.value, 'Name') ?? id
