import { asFields, asList, asText, type Fields } from './fields.ts'

const REGION = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/
const REGION_OF_ZONE = /^([a-z]{2}(?:-[a-z]+){1,3}-\d{1,2})(?:[a-z]|-[a-z0-9-]+[a-z])$/
const ACCOUNT = /^\d{12}$/

export const isAccountId = (text: string | null): text is string => text !== null && ACCOUNT.test(text)
export const isRegionCode = (text: string | null): text is string => text !== null && REGION.test(text)

/** Account and Region that a path names, in whatever depth: `accounts/123456789012/us-east-1/Vpcs.json`. */
export function placeOfPath(path: string): { readonly account: string | null; readonly region: string | null } {
  const folders = path.split(/[/\\]/).slice(0, -1)
  return {
    account: folders.findLast((part) => ACCOUNT.test(part)) ?? null,
    region: folders.findLast((part) => REGION.test(part)) ?? null,
  }
}

/** `us-east-1a` and `us-east-1-bos-1a` lie in `us-east-1`. */
export const regionOfZone = (zone: string | null): string | null => REGION_OF_ZONE.exec(zone ?? '')?.[1] ?? null

/** Region and account of an ARN: `arn:PARTITION:SERVICE:REGION:ACCOUNT:…`. */
export function placeOfArn(arn: string | null): { readonly account: string | null; readonly region: string | null } {
  const [head, , , region, account] = arn?.split(':') ?? []
  if (head !== 'arn') return { account: null, region: null }
  return {
    account: account && ACCOUNT.test(account) ? account : null,
    region: region && REGION.test(region) ? region : null,
  }
}

/** Members that say where their record itself is; those of a peering's other side are not among them. */
const ZONE_MEMBERS = ['AvailabilityZone', 'ZoneName']
const MOST_LOOKED_AT = 2000

/** Regions that the records of a document are in, told by zone names, else by ARNs. Only as deep as such members stand. */
export function regionsIn(document: Fields): ReadonlySet<string> {
  const byZone = new Set<string>()
  const byArn = new Set<string>()
  let looked = 0
  const look = (value: unknown, depth: number): void => {
    if (depth > 5 || ++looked > MOST_LOOKED_AT) return
    if (Array.isArray(value)) for (const one of value) look(one, depth + 1)
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) {
        const text = typeof member === 'string' ? member : null
        const zone = ZONE_MEMBERS.includes(key) ? regionOfZone(text) : null
        if (zone) byZone.add(zone)
        const arn = text && key.endsWith('Arn') ? placeOfArn(text).region : null
        if (arn) byArn.add(arn)
        if (text === null) look(member, depth + 1)
      }
  }
  look(document, 0)
  return byZone.size > 0 ? byZone : byArn
}

/** Accounts that own the records of a document. */
export function accountsIn(document: Fields): ReadonlySet<string> {
  const accounts = new Set<string>()
  for (const member of Object.values(document))
    for (const record of asList(member).slice(0, MOST_LOOKED_AT)) {
      const owner = asText(asFields(record).OwnerId)
      if (isAccountId(owner)) accounts.add(owner)
    }
  return accounts
}
