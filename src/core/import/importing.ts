import { definitionOf } from '../model/kinds/definitions.ts'
import type { ConstructKind, ConstructOf } from '../model/kinds/registry.ts'
import { constructSchema } from '../model/kinds/registry.ts'
import { compareRecords } from './compareRecords.ts'
import { type Fields, isId, peekText, plain } from './fields.ts'
import { type Ledger, nodesOf, tell } from './ledger.ts'
import { mergeRecords, type TellDifference } from './mergeRecords.ts'
import { type Entry, type Records, type Whence, whenceKey } from './records.ts'
import { type ImportNoteKind, type ImportPlace, type NoteTaker, takeNote } from './report.ts'

/** A construct as it may stand in a file: what is left out has its default. */
export type ConstructInput = (typeof constructSchema)['_zod']['input']
/** Of one kind. */
export type InputOf<K extends ConstructKind> = Extract<ConstructInput, { kind: K }>
type AnyConstruct = ConstructOf<ConstructKind>

/** What the readers share. */
export interface Importing {
  /** Records of a key, those of one id merged. */
  records(key: string): readonly Entry[]
  /** The same, each as it stands in its file. */
  raw(key: string): readonly Entry[]
  /** Whether the key was asked for where the record is from, be the answer empty. */
  wasAsked(key: string, from: Whence): boolean
  /** Accounts and Regions in which a key was asked for. */
  askedIn(key: string): readonly Whence[]
  /** One record by its id. */
  find(key: string, id: string | null): Entry | null
  /** Records of a key that name `value` in `member`. */
  where(key: string, member: string, value: string): readonly Entry[]
  /** What is in the design so far. */
  readonly constructs: Map<string, AnyConstruct>
  /** Account number -> Region -> zone name -> zone id. */
  readonly zones: Map<string, Map<string, Map<string, string>>>
  readonly taker: NoteTaker
  /** What has been worked out once for all readers. */
  readonly memory: Map<string, unknown>
  /** What has been read of the records. */
  readonly ledger: Ledger
  /** Everything that the files hold. */
  readonly all: Records
}

/** A value that several readers need, worked out with the first of them. */
export function once<T>(importing: Importing, name: string, build: () => T): T {
  if (!importing.memory.has(name)) importing.memory.set(name, build())
  return importing.memory.get(name) as T
}

/** `ids` names the member that holds a record's id, by key: records of one id are merged. */
export function createImporting(
  records: Records,
  ids: readonly { readonly key: string; readonly id: string | null }[],
  taker: NoteTaker,
): Importing {
  const idMembers = new Map(ids.map(({ key, id }) => [key, id]))
  const merged = new Map<string, readonly Entry[]>()
  const tellDifference: TellDifference = (id, members, counts, other) =>
    takeNote(
      taker,
      'assumed',
      `${plain(id, 60)}: its id is used twice, with another ${members.join(', ')}; what ${counts.place.file} says counts`,
      other.place,
    )
  const recordsOf = (key: string): readonly Entry[] => {
    let list = merged.get(key)
    if (!list) {
      const member = idMembers.get(key)
      const all = records.byKey.get(key) ?? []
      list = member ? mergeRecords(all, member, records.ledger, tellDifference) : all
      merged.set(key, list)
    }
    return list
  }
  const indexes = new Map<string, Map<string | null, Entry[]>>()
  const where = (key: string, member: string, value: string): readonly Entry[] => {
    const name = `${key} ${member}`
    let index = indexes.get(name)
    if (!index) {
      index = new Map()
      for (const entry of recordsOf(key)) {
        const at = peekText(entry.value[member])
        const list = index.get(at)
        if (list) list.push(entry)
        else index.set(at, [entry])
      }
      indexes.set(name, index)
    }
    const found = index.get(value) ?? []
    // a link that led somewhere
    for (const entry of found) tell(entry.value[member], 'understood')
    return found
  }
  return {
    records: recordsOf,
    raw: (key) => records.byKey.get(key) ?? [],
    wasAsked: (key, from) => records.asked.get(key)?.has(whenceKey(from)) ?? false,
    askedIn: (key) => [...(records.asked.get(key)?.values() ?? [])],
    find: (key, id) => (id === null ? null : (where(key, idMembers.get(key) ?? '', id)[0] ?? null)),
    where,
    constructs: new Map(),
    zones: new Map(),
    taker,
    memory: new Map(),
    ledger: records.ledger,
    all: records,
  }
}

/** Notes that a record, or a `part` of it, is not in the design, and why: that stands for all that it says. */
export function skip(
  importing: Importing,
  entry: Entry,
  id: string | null,
  why: string,
  part: unknown = entry.value,
): undefined {
  ignore(importing, part)
  takeNote(importing.taker, 'skipped', `${id ?? 'A record without an id'}: ${why}`, entry.place)
}

/** Two records of one thing, of which the first counts: where they contradict each other, it is told. */
export function expectAlike(importing: Importing, id: string, counts: Fields, other: Fields, place: ImportPlace): void {
  const members = compareRecords(importing.ledger, counts, other, false)
  if (members.length > 0)
    note(
      importing,
      'assumed',
      `${id}: two records contradict each other, in ${members.join(', ')}; this one does not count`,
      place,
    )
}

/** What a rule says that nothing in the design hangs on, or a line of the report speaks of, with all that is in it. */
export function ignore({ ledger }: Importing, view: unknown): undefined {
  for (const node of nodesOf(view)) ledger.settled.add(node)
}

export const note = (
  importing: Importing,
  kind: ImportNoteKind,
  message: string,
  place: ImportPlace | null = null,
): void => takeNote(importing.taker, kind, message, place)

/** Puts a construct into the design; what the format cannot hold is left out whole, so that nothing is half true. */
export function add(importing: Importing, entry: Entry, construct: ConstructInput): boolean {
  const { id } = construct
  if (!isId(id)) {
    skip(importing, entry, plain(id, 60), 'its id cannot be used in a design')
    return false
  }
  if (importing.constructs.has(id)) {
    skip(
      importing,
      entry,
      id,
      `its id is used twice: there is ${definitionOf(importing.constructs.get(id)!.kind).noun} of that id already`,
    )
    return false
  }
  const result = constructSchema.safeParse({ ...construct, name: plain(construct.name, 120) })
  if (!result.success) {
    const [issue] = result.error.issues
    skip(
      importing,
      entry,
      id,
      `its ${issue?.path.map(String).join('.') || 'content'} cannot be read: ${issue?.message ?? ''}`,
    )
    return false
  }
  importing.constructs.set(id, result.data)
  return true
}

/** As `add`, where nothing hangs on whether it could be put there. */
export function draw(importing: Importing, entry: Entry, construct: ConstructInput): undefined {
  add(importing, entry, construct)
}
