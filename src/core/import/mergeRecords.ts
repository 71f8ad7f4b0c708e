import { compareRecords } from './compareRecords.ts'
import { peekText } from './fields.ts'
import type { Ledger } from './ledger.ts'
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
    const id = peekText(entry.value[idMember])
    const same = id === null ? rest : byId.get(id)
    if (same) same.push(entry)
    else byId.set(id!, [entry])
  }
  return [...[...byId].map(([id, same]) => mergeSame(id, same, ledger, tell)), ...rest]
}

function mergeSame(id: string, entries: readonly Entry[], ledger: Ledger, tell: TellDifference): Entry {
  if (entries.length === 1) return entries[0]!
  const isOwners = (entry: Entry) => entry.account !== null && peekText(entry.value.OwnerId) === entry.account
  const sorted = [...entries.filter(isOwners), ...entries.filter((entry) => !isOwners(entry))]
  const counts = sorted[0]!
  for (const other of sorted.slice(1)) {
    const isElsewhere = other.account !== counts.account || other.region !== counts.region
    const members = compareRecords(ledger, counts.value, other.value, isElsewhere)
    if (members.length > 0) tell(id, members, counts, other)
  }
  return { ...counts, value: ledger.layer(sorted.map(({ value }) => value)) }
}
