import { asId, asText, type Fields, isFields } from './fields.ts'
import type { Entry } from './records.ts'

/**
 * Records of the same id become one: a shared subnet, or a peering connection seen from both sides, is described in every account that sees it.
 * The owner's own description counts first; the others fill in what it does not say.
 */
export function mergeRecords(entries: readonly Entry[], idMember: string, tell: TellDifference): readonly Entry[] {
  const byId = new Map<string, Entry[]>()
  const rest: Entry[] = []
  for (const entry of entries) {
    const id = asId(entry.value[idMember]) ?? asText(entry.value[idMember])
    const same = id === null ? rest : byId.get(id)
    if (same) same.push(entry)
    else byId.set(id!, [entry])
  }
  return [...[...byId].map(([id, same]) => mergeSame(id, same, tell)), ...rest]
}

/** Told of records that use one id for what is not alike: the members that differ, and the one that counts. */
export type TellDifference = (id: string, members: readonly string[], counts: Entry, other: Entry) => void

/** What is the same for everybody who sees a thing; zone names, states and tags are not. */
const ALIKE = [
  'CidrBlock',
  'VpcId',
  'SubnetId',
  'AvailabilityZoneId',
  'PrivateIpAddress',
  'TransitGatewayId',
  'ServiceName',
  'SubnetIds',
  'Routes',
  'Entries',
  'IpPermissions',
  'IpPermissionsEgress',
]
/** Lists are compared whatever their order. */
const contentOf = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((one) => JSON.stringify(one))
        .sort()
        .join()
    : JSON.stringify(value)
const isSaid = (value: unknown): boolean => value !== undefined && value !== null

function differences(a: Fields, b: Fields): readonly string[] {
  return ALIKE.filter((name) => isSaid(a[name]) && isSaid(b[name]) && contentOf(a[name]) !== contentOf(b[name]))
}

function mergeSame(id: string, entries: readonly Entry[], tell: TellDifference): Entry {
  if (entries.length === 1) return entries[0]!
  const isOwners = (entry: Entry) => entry.account !== null && asText(entry.value.OwnerId) === entry.account
  const sorted = [...entries.filter(isOwners), ...entries.filter((entry) => !isOwners(entry))]
  for (const other of sorted.slice(1)) {
    const members = differences(sorted[0]!.value, other.value)
    if (members.length > 0) tell(id, members, sorted[0]!, other)
  }
  return { ...sorted[0]!, value: sorted.map((entry) => entry.value).reduce((a, b) => fillIn(a, b, 0)) }
}

/** Members of `from` where `into` says nothing. */
function fillIn(into: Fields, from: Fields, depth: number): Fields {
  const merged: Record<string, unknown> = { ...into }
  for (const [key, value] of Object.entries(from)) {
    const now = merged[key]
    if (now === undefined || now === null || now === '' || (Array.isArray(now) && now.length === 0)) merged[key] = value
    else if (isFields(now) && isFields(value) && depth < 4) merged[key] = fillIn(now, value, depth + 1)
  }
  return merged
}
