/** One JSON object of unknown shape. Its members are read by the functions of `fields.ts` alone, so that what became of each is known. */
export interface Fields {
  readonly [member: string]: Value
}
/** A member of a record. */
export type Value = Leaf | Fields | readonly Value[] | null | undefined

/** What reading a value came to; `empty`: it was asked for, and nothing is said there; `said elsewhere`: another record says the same, or a line says that not. */
export type Reading = 'understood' | 'said elsewhere' | 'not understood' | 'empty'

const LEAF = Symbol('leaf')
/** A text, number or flag of a record. */
export interface Leaf {
  readonly [LEAF]: (reading: Reading) => void
  readonly raw: unknown
}

export const isLeaf = (value: unknown): value is Leaf => typeof value === 'object' && value !== null && LEAF in value

/** Views -> the objects and lists of files that they show, and where their readings are noted. */
const views = new WeakMap<object, { readonly ledger: Ledger; readonly nodes: readonly object[] }>()

/** The objects and lists of files that a view shows. */
export const nodesOf = (view: unknown): readonly object[] =>
  (typeof view === 'object' && view !== null && views.get(view)?.nodes) || []

/** Notes what reading a value came to. What comes of no file is nobody's loss. */
export function tell(value: unknown, reading: Reading): void {
  if (isLeaf(value)) value[LEAF](reading)
  else if (typeof value === 'object' && value !== null) {
    const view = views.get(value)
    for (const node of view?.nodes ?? []) view!.ledger.mark(node, SELF, reading)
  }
}

/** Stands for an object or a list itself where members are named. */
export const SELF = ''
const RANK: Readonly<Record<Reading, number>> = { empty: 0, 'not understood': 1, 'said elsewhere': 2, understood: 3 }

/** What has been read of the records, and with what success. */
export interface Ledger {
  /** A record as readers see it; `extra` is what stands beside it in its file. */
  view(record: object, extra?: object): Fields
  /** Records of one thing as one: what the first does not say, the others do. */
  layer(records: readonly Fields[]): Fields
  mark(node: object, member: string, reading: Reading): void
  /** What reading a member came to; null = nobody asked for it. */
  readingOf(node: object, member: string): Reading | null
  /** Members that were asked for, and what reading them came to. */
  readingsOf(node: object): Iterable<readonly [string, Reading]>
  /** Objects and lists with all that is in them for which a line of the report, or a rule, stands. */
  readonly settled: Set<object>
}

export function createLedger(): Ledger {
  const readings = new Map<object, Map<string, Reading>>()
  const made = new Map<object, Fields | readonly Value[]>()
  const ledger: Ledger = {
    settled: new Set(),
    mark(node, member, reading) {
      const members = readings.get(node) ?? new Map<string, Reading>()
      readings.set(node, members)
      const before = members.get(member)
      if (before === undefined || RANK[reading] > RANK[before]) members.set(member, reading)
    },
    readingOf: (node, member) => readings.get(node)?.get(member) ?? null,
    readingsOf: (node) => readings.get(node) ?? [],
    view(record, extra) {
      const known = extra ? undefined : made.get(record)
      if (known) return known as Fields
      const view = new Proxy(record, {
        get(target, member) {
          if (typeof member !== 'string') return undefined
          const from = extra && !isSaid(own(target, member)) && isSaid(own(extra, member)) ? extra : target
          return memberOf(from, member)
        },
      }) as Fields
      if (!extra) made.set(record, view)
      views.set(view, { ledger, nodes: [record] })
      return view
    },
    layer(records) {
      const [first] = records
      if (records.length === 1) return first!
      return layerNodes(records.flatMap(nodesOf), 0)
    },
  }

  function memberOf(node: object, member: string): Value {
    const value = own(node, member)
    if (value === undefined || value === null) {
      ledger.mark(node, member, 'empty')
      return value
    }
    return shown(value, node, member)
  }

  function shown(value: unknown, node: object, member: string): Value {
    if (Array.isArray(value)) return listOf(value)
    if (typeof value === 'object' && value !== null) return ledger.view(value)
    // an item of a list says something, or it would not be there
    const inList = Array.isArray(node)
    return {
      [LEAF]: (reading) => ledger.mark(node, member, inList && reading === 'empty' ? 'not understood' : reading),
      raw: value,
    }
  }

  function listOf(list: readonly unknown[]): readonly Value[] {
    const known = made.get(list)
    if (known) return known as readonly Value[]
    const items = list.map((item, index) => shown(item, list, String(index)))
    made.set(list, items)
    views.set(items, { ledger, nodes: [list] })
    return items
  }

  function layerNodes(nodes: readonly object[], depth: number): Fields {
    const target = nodes.reduceRight((all, node) => Object.assign(all, node), {})
    const view = new Proxy(target, {
      get(_, member) {
        if (typeof member !== 'string') return undefined
        const saying = nodes.filter((node) => isSaid(own(node, member)))
        const [first] = saying
        if (!first) return memberOf(nodes[0]!, member)
        const objects = saying.flatMap((node) => (isObject(own(node, member)) ? [own(node, member) as object] : []))
        return depth < 4 && objects.length > 1 && isObject(own(first, member))
          ? layerNodes(objects, depth + 1)
          : memberOf(first, member)
      },
    }) as Fields
    views.set(view, { ledger, nodes })
    return view
  }
  return ledger
}

const own = (node: object, member: string): unknown =>
  Object.hasOwn(node, member) ? (node as Readonly<Record<string, unknown>>)[member] : undefined
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Whether a member says anything, so that another record need not. */
export const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
