import type { Evaluated, Properties } from '../../import/cloudformation/stack.ts'
import type { DrawnItem, WrittenItem } from './item.ts'
import { isMembers, isUnknownValue, keyOfValue } from './value.ts'

/** Which item of the template each drawn one is: name -> item. */
export type Matches = ReadonlyMap<string, WrittenItem>

/** Properties that say nothing of what a thing is; names of things among them, as far as nothing goes by them. */
const SAYS_NOTHING =
  /^(?:Tags|HostedZoneTags|Description|GroupDescription|PolicyDocument|RoleArn|ImageId|InstanceType|TTL|ResourceRecords|AliasTarget|Name|(?!Service|HostedZone|Record)\w+Name)$/
const isTelling = (type: string, name: string): boolean =>
  type === 'AWS::Route53::RecordSet' && name === 'Name' ? true : !SAYS_NOTHING.test(name)

/** Finds for everything drawn what it is in the template: constructs by their ids, the rest by what it says, things that others name first. */
export function matchItems(drawn: Iterable<DrawnItem>, written: readonly WrittenItem[]): Matches {
  const matches = new Map<string, WrittenItem>()
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const open = new Map<string, DrawnItem>()
  const byId = new Map(written.filter(({ within }) => within === null).map((item) => [item.id, item]))
  const take = (item: DrawnItem, found: WrittenItem): void => {
    matches.set(item.name, found)
    taken.add(found.key)
    open.delete(item.name)
    if (item.within === null) ids.set(item.name, found.id)
    // what both name is one thing
    for (const [name, value] of Object.entries(item.evaluated)) {
      const named = typeof value === 'string' ? open.get(value) : undefined
      const other = typeof found.evaluated[name] === 'string' ? byId.get(found.evaluated[name]) : undefined
      if (named && other && named.type === other.type && !taken.has(other.key)) take(named, other)
    }
  }
  const all = [...drawn]
  for (const item of all) open.set(item.name, item)
  for (const item of all) {
    const known = item.writtenAs ?? (item.key === item.construct ? item.construct : null)
    const own = item.within === null && known !== null ? byId.get(known) : undefined
    // what AWS makes by itself, and things of another type, are referred to by the id of their construct all the same
    if (item.within === null && item.key === item.construct) ids.set(item.name, item.construct)
    if (own && own.type === item.type && open.has(item.name) && !taken.has(own.key)) take(item, own)
  }
  for (let isMore = true; isMore; ) {
    isMore = false
    const free = new Map<string, WrittenItem[]>()
    for (const one of written) if (!taken.has(one.key)) free.set(one.type, [...(free.get(one.type) ?? []), one])
    for (const item of [...open.values()]) {
      if (!open.has(item.name)) continue
      const found = best(item, free.get(item.type) ?? [], ids, open)
      if (!found || taken.has(found.key)) continue
      take(item, found)
      isMore = true
    }
  }
  return matches
}

/** The one item that says the same of what both say, and names something that is known; the only one of its type as well. */
function best(
  item: DrawnItem,
  candidates: readonly WrittenItem[],
  ids: ReadonlyMap<string, string>,
  open: ReadonlyMap<string, DrawnItem>,
): WrittenItem | null {
  const said = translated(item.evaluated, ids)
  const known = new Set(ids.values())
  const isOnly = candidates.length === 1 && [...open.values()].filter(({ type }) => type === item.type).length === 1
  const ranked = candidates
    .map((candidate) => ({ candidate, score: agreement(item.type, said, candidate.evaluated, known, open) }))
    .filter(({ score }) => score !== null && (score > 0 || isOnly))
    .sort((a, b) => b.score! - a.score!)
  const [first, second] = ranked
  if (!first) return null
  // of two that say the same, either is as good
  const isClear =
    !second ||
    second.score! < first.score! ||
    keyOfValue(first.candidate.evaluated) === keyOfValue(second.candidate.evaluated)
  return isClear ? first.candidate : null
}

/** How much two agree, of which things that are named count most; null where they contradict each other, 0 where nothing is named by both. */
function agreement(
  type: string,
  said: Properties,
  written: Properties,
  known: ReadonlySet<string>,
  open: ReadonlyMap<string, DrawnItem>,
): number | null {
  let names = 0
  let total = 0
  const compare = (a: Evaluated | undefined, b: Evaluated | undefined): boolean => {
    if (a === undefined || b === undefined || a === null || b === null || isUnknownValue(a) || isUnknownValue(b))
      return true
    if (Array.isArray(a) || Array.isArray(b)) {
      const [left, right] = [a, b].map(
        (one) => new Set((Array.isArray(one) ? (one as Evaluated[]) : [one]).map(keyOfValue)),
      )
      const shared = [...left!].filter((one) => right!.has(one))
      total += shared.length
      names += shared.filter((one) => known.has(one.replace(/^"|"$/g, ''))).length
      return shared.length > 0 || left!.size === 0 || right!.size === 0
    }
    if (isMembers(a) && isMembers(b))
      return Object.keys(a).every((name) => compare(a[name] as Evaluated, b[name] as Evaluated))
    // what is not known yet, and what AWS chooses, may be anything
    if (open.has(String(a)) || String(b).includes('⟨')) return true
    if (wordOf(a) !== wordOf(b)) return false
    total++
    if (typeof a === 'string' && known.has(a)) names++
    return true
  }
  for (const [name, value] of Object.entries(said))
    if (isTelling(type, name) && !compare(value, written[name])) return null
  return names === 0 ? 0 : names * 100 + total
}

/** Protocols go by name or number, wherever they stand. */
const PROTOCOLS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58', all: '-1' }
function wordOf(value: Evaluated): string {
  const word = String(value)
    .toLowerCase()
    .replace(/(?<=\w)\.$/, '')
  return Object.hasOwn(PROTOCOLS, word) ? PROTOCOLS[word]! : word
}

const WORD = /[A-Za-z0-9]+/g

/** What is evaluated of a design, with the ids of the template in place of its names. */
export function translated<T extends Evaluated | Properties>(value: T, ids: ReadonlyMap<string, string>): T {
  const put = (one: Evaluated): Evaluated => {
    if (typeof one === 'string') return one.replace(WORD, (word) => ids.get(word) ?? word)
    if (Array.isArray(one)) return (one as readonly Evaluated[]).map(put)
    if (!isMembers(one)) return one
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, put(part as Evaluated)]))
  }
  return put(value as Evaluated) as T
}
