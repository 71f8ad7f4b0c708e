import { type Fields, isSaid, type Ledger, nodesOf } from './ledger.ts'

/** What two accounts, or the two Regions of a peering, may see of one thing in their own way. */
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
const MOST_DEPTH = 4

/** Members in which two records of one thing contradict each other. What the second says counts as read: the first says it, or a line is due. */
export function compareRecords(ledger: Ledger, counts: Fields, other: Fields, isElsewhere: boolean): readonly string[] {
  const differing = new Set<string>()
  const [first] = nodesOf(counts)
  if (first)
    for (const node of nodesOf(other)) if (node !== first) compare(ledger, first, node, isElsewhere, differing, 0)
  return [...differing]
}

function compare(
  ledger: Ledger,
  counts: object,
  other: object,
  isElsewhere: boolean,
  differing: Set<string>,
  depth: number,
): void {
  for (const [member, value] of Object.entries(other) as [string, unknown][]) {
    const said = Object.hasOwn(counts, member) ? (counts as Readonly<Record<string, unknown>>)[member] : undefined
    if (!isSaid(said) || !isSaid(value)) continue
    const isAlike = contentOf(said) === contentOf(value)
    if (!isAlike && isPlain(said) && isPlain(value) && depth < MOST_DEPTH) {
      const inner = new Set<string>()
      compare(ledger, said, value, isElsewhere, inner, depth + 1)
      if (inner.size > 0) differing.add(member)
      continue
    }
    if (!isAlike && !(isElsewhere && SEEN_DIFFERENTLY.has(member))) differing.add(member)
    if (typeof value === 'object' && value !== null) ledger.settled.add(value)
    else ledger.mark(other, member, 'said elsewhere')
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
