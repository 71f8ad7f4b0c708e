import { spellOut } from '../base/words.ts'
import { planners } from '../export/plan/planners.ts'
import type { Construct, ConstructId, Design } from '../model/index.ts'
import { definitionOf, formOf } from '../model/index.ts'
import { keyOfValue } from './items/value.ts'
import type { LeftOver } from './types.ts'

/** Three designs: what the template came to, what is drawn, and what the changed template comes to. */
interface Compared {
  readonly first: Design
  readonly drawn: Design
  readonly again: Design
  /** Ids of drawn constructs -> what the template calls them. */
  readonly renamed: ReadonlyMap<ConstructId, ConstructId>
  /** Why something of a construct could not be written, where that is known. */
  readonly failures: ReadonlyMap<ConstructId, ReadonlySet<string>>
}

type Fields = Readonly<Record<string, unknown>>

/** Everything in which a changed template still differs from what is drawn. */
export function prove(compared: Compared): readonly LeftOver[] {
  const { first, drawn, again, renamed } = compared
  const [before, wanted, found] = [fieldsOf(first), fieldsOf(drawn, renamed), fieldsOf(again)]
  const drawnId = new Map([...Object.keys(drawn.constructs)].map((id) => [renamed.get(id) ?? id, id]))
  const left: LeftOver[] = []
  for (const id of new Set([...wanted.keys(), ...found.keys()])) {
    const own = drawnId.get(id) ?? id
    const construct = drawn.constructs[own] ?? again.constructs[id]!
    const tell = (words: string) =>
      left.push({
        construct: Object.hasOwn(drawn.constructs, own) ? own : null,
        words: `${calledIn(construct)} ${words}${why(compared, own)}`,
      })
    const [wants, has, had] = [wanted.get(id), found.get(id), before.get(id)]
    if (!has) tell('is not in the template')
    else if (!wants) tell('is still in the template')
    else {
      const differing = Object.keys(wants).filter((name) => keyOfValue(wants[name]) !== keyOfValue(has[name]))
      // a name that nothing in a template carries is one of the drawing
      const own = had ? differing : differing.filter((name) => name !== 'name')
      const changed = own.filter((name) => !had || keyOfValue(had[name]) !== keyOfValue(wants[name]))
      const along = own.filter((name) => !changed.includes(name))
      if (changed.length > 0) tell(`is in the template without the change of ${labels(construct, changed)}`)
      if (along.length > 0) tell(`changes with the template, in ${labels(construct, along)}, and is drawn as before`)
    }
  }
  return [...left, ...tellPlaces(first, drawn)]
}

/** Whether two designs say the same of everything that a template could make. */
export function isAlike(first: Design, drawn: Design): boolean {
  const [a, b] = [fieldsOf(first), fieldsOf(drawn)]
  return a.size === b.size && [...a].every(([id, fields]) => keyOfValue(fields) === keyOfValue(b.get(id)))
}

/** What no template makes: kept in the design alone. */
export function tellPlaces(first: Design, drawn: Design): readonly LeftOver[] {
  const left = Object.values(drawn.constructs).flatMap((construct): LeftOver[] => {
    if (isMade(construct) || construct.kind === 'availability-zone') return []
    if (keyOfValue(first.constructs[construct.id]) === keyOfValue(construct)) return []
    return [{ construct: construct.id, words: `${calledIn(construct)} is kept in the design: no template makes it` }]
  })
  return drawn.requests.length > 0
    ? [...left, { construct: null, words: 'The saved requests are kept in the design' }]
    : left
}

const isMade = ({ kind }: Construct): boolean => planners[kind] !== null

const calledIn = ({ kind, name, id }: Construct): string => `${definitionOf(kind).title} “${name || id}”`

function why({ failures }: Compared, id: ConstructId): string {
  const reasons = [...(failures.get(id) ?? [])]
  return reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
}

function labels({ kind }: Construct, names: readonly string[]): string {
  const fields: readonly { readonly key: string; readonly label: string }[] = formOf(kind).fields
  return names.map((name) => fields.find(({ key }) => key === name)?.label ?? spellOut(name)).join(', ')
}

/** Lists whose order says something. */
const ORDERED: ReadonlySet<string> = new Set(['cidrs', 'interfaces', 'dnsServers', 'nameServers'])

/** Fields by the id of the construct; places that are one by what they are have one id. */
function fieldsOf(
  { constructs }: Design,
  renamed: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Fields> {
  const ids = new Map<string, string>()
  const called = (id: string): string => ids.get(id) ?? renamed.get(id) ?? id
  for (const one of Object.values(constructs)) {
    if (one.kind === 'account') ids.set(one.id, `account ${one.accountId}`)
    if (one.kind === 'region') ids.set(one.id, `region ${one.code}`)
    if (one.kind === 'availability-zone') ids.set(one.id, `zone ${one.zoneName} of ${called(one.vpc)}`)
  }
  const put = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return called(value)
    if (Array.isArray(value)) {
      const items = value.map((one) => put(one, ''))
      return ORDERED.has(name) ? items : items.sort((a, b) => (keyOfValue(a) < keyOfValue(b) ? -1 : 1))
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one, key)]))
  }
  return new Map(
    Object.values(constructs)
      .filter(isMade)
      .map((one) => [
        called(one.id),
        Object.fromEntries(
          Object.entries(one).map(([name, value]) => [name, name === 'name' ? value : put(value, name)]),
        ),
      ]),
  )
}
