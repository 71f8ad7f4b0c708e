import { asId, asText } from './fields.ts'
import { isSaid, type Ledger, nodesOf } from './ledger.ts'
import type { Entry } from './records.ts'

/** Told of records that use one id for what is not alike: the members that differ, the one that counts, and the other. */
export type TellDifference = (id: string, members: readonly string[], counts: Entry, other: Entry) => void

/**
 * Records of the same id become one: a shared subnet, or a peering connection seen from both sides, is described in every account that sees it.
 * The owner's own description counts first; the others fill in what it does not say.
 */
export function mergeRecords(
  entries: readonly Entry[],
  idMember: string,
  ledger: Ledger,
  tell: TellDifference,
): readonly Entry[] {
  const byId = new Map<string, Entry[]>()
  const rest: Entry[] = []
  for (const entry of entries) {
    const id = asId(entry.value[idMember]) ?? asText(entry.value[idMember])
    const same = id === null ? rest : byId.get(id)
    if (same) same.push(entry)
    else byId.set(id!, [entry])
  }
  return [...[...byId].map(([id, same]) => mergeSame(id, same, ledger, tell)), ...rest]
}

/** What two accounts may see of one thing in their own way, besides what only its owner is told. */
const SEEN_DIFFERENTLY: ReadonlySet<string> = new Set([
  'AvailabilityZone',
  'AvailableIpAddressCount',
  'Tags',
  'TagSet',
  'State',
  'Status',
  'Options',
  'PeeringOptions',
  'Association',
  'Description',
  'ShareStatus',
])

function mergeSame(id: string, entries: readonly Entry[], ledger: Ledger, tell: TellDifference): Entry {
  if (entries.length === 1) return entries[0]!
  const isOwners = (entry: Entry) => entry.account !== null && asText(entry.value.OwnerId) === entry.account
  const sorted = [...entries.filter(isOwners), ...entries.filter((entry) => !isOwners(entry))]
  const counts = sorted[0]!
  for (const other of sorted.slice(1)) {
    const differing: string[] = []
    for (const [a] of [nodesOf(counts.value)])
      for (const b of nodesOf(other.value)) compare(ledger, a!, b, other.account !== counts.account, differing)
    if (differing.length > 0) tell(id, [...new Set(differing)], counts, other)
  }
  return { ...counts, value: ledger.layer(sorted.map(({ value }) => value)) }
}

const MOST_DEPTH = 4

/** What both say counts as read in the second; where they differ, the member is noted. */
function compare(ledger: Ledger, a: object, b: object, areAccounts: boolean, differing: string[], depth = 0): void {
  const first = a as Readonly<Record<string, unknown>>
  for (const [member, value] of Object.entries(b)) {
    const counts = Object.hasOwn(first, member) ? first[member] : undefined
    if (!isSaid(counts) || !isSaid(value)) continue
    const isAlike = contentOf(counts) === contentOf(value)
    if (!isAlike && isPlain(counts) && isPlain(value) && depth < MOST_DEPTH) {
      const before = differing.length
      compare(ledger, counts, value, areAccounts, differing, depth + 1)
      if (differing.length > before) differing.splice(before, differing.length - before, member)
      continue
    }
    if (!isAlike && !(areAccounts && SEEN_DIFFERENTLY.has(member))) differing.push(member)
    if (typeof value === 'object' && value !== null) ledger.settled.add(value)
    else ledger.mark(b, member, 'understood')
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Lists are compared whatever their order. */
const contentOf = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((one) => JSON.stringify(one))
        .sort()
        .join()
    : JSON.stringify(value)
