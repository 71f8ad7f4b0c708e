import type { Evaluated, Properties } from '../../import/cloudformation/stack.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import type { Path } from '../text/openText.ts'
import type { Plain } from '../text/writeValue.ts'
import type { DrawnItem, WrittenItem } from './item.ts'
import { launchedFrom } from './launchedFrom.ts'
import { PLACES, type Places } from './servicePlaces.ts'
import { isItems, isMembers, type Members } from './value.ts'

/** Whether something of a type is changed from here though no export makes it. */
export const isService = (type: string): boolean => Object.hasOwn(PLACES, type)

type Client = Extract<Construct, { kind: 'client' }>

/**
 * The drawn items of a design with those of its databases, groups of instances and the like: a type says more of them than is drawn, so that only what
 * is drawn is said, in the words of the type that the template has for it. What an export would make in their place is left out.
 */
export function withServices(
  items: ReadonlyMap<string, DrawnItem>,
  { constructs }: Design,
  written: readonly WrittenItem[],
): ReadonlyMap<string, DrawnItem> {
  const all = new Map(items)
  const names = new Map(
    [...items.values()].flatMap((one) =>
      one.within === null && one.key === one.construct ? [[one.key, one.name] as const] : [],
    ),
  )
  for (const one of written) {
    const { id, type, within } = one
    const construct = Object.hasOwn(constructs, id) ? constructs[id] : undefined
    const places = within === null && Object.hasOwn(PLACES, type) ? PLACES[type] : undefined
    if (!places || construct?.kind !== 'client') continue
    const clients = [construct, ...furtherOf(construct, constructs)]
    const own = new Set<ConstructId>(clients.map((client) => client.id))
    for (const [name, item] of items) if (own.has(item.construct)) all.delete(name)
    const say = speaker(clients, names)
    const main = itemOf(one, one, say(one, places))
    all.set(main.name, main)
    const from = places.launched ? launchedFrom(one, written) : null
    if (!from) continue
    const launched = itemOf(one, from.item, say(from.item, from.places))
    all.set(launched.name, launched)
  }
  return all
}

/** The clients that stand for the same thing in further subnets. */
const furtherOf = ({ id }: Client, constructs: Design['constructs']): readonly Client[] =>
  Object.values(constructs).filter(
    (one): one is Client => one.kind === 'client' && one.id === `${id}.${one.interfaces[0]?.subnet}`.slice(0, 128),
  )

interface Said {
  readonly props: Members
  readonly evaluated: Members
}

/** What is drawn of a thing, at the places of a type. */
const speaker =
  (clients: readonly Client[], names: ReadonlyMap<string, string>) =>
  (written: WrittenItem, places: Places): Said => {
    const [{ name, interfaces, listens }] = clients as [Client]
    const [own] = interfaces
    const { port, publicly, words = [true, false] } = places
    const [first, ...more] = listens ?? []
    const hasTags = !places.isNameless && (!places.onlyNamed || isNamed(written.evaluated))
    const scalars: Members = {
      ...(port !== undefined && first?.port && more.length === 0 && { [port]: first.port }),
      ...(hasTags && { Tags: [{ Key: 'Name', Value: name }] }),
    }
    const isPublic: Plain = own?.publicIp === 'auto' ? words[0] : words[1]
    const groups = namesOf(own?.securityGroups ?? [], names)
    const subnets = namesOf(
      clients.flatMap((one) => one.interfaces[0]?.subnet ?? []),
      names,
    )
    // what a list stands in says more than is drawn: it stays where the list goes
    const at = (path: Path | undefined, list: readonly Plain[] | undefined): Members => {
      if (!path || (!list && path.length === 1)) return {}
      return (list ? nested(path, list) : nested(path.slice(0, -1), {})) as Members
    }
    const both = (as: (name: string, attribute: string | null) => Plain): Members =>
      merged(
        scalars,
        publicly ? (nested(publicly, isPublic) as Members) : {},
        at(
          places.groups,
          groups?.map((one) => as(one, 'GroupId')),
        ),
        at(
          places.subnets,
          subnets?.map((one) => as(one, null)),
        ),
      )
    return {
      props: both((one, attribute) => (attribute === null ? { Ref: one } : { 'Fn::GetAtt': [one, attribute] })),
      evaluated: both((one) => one),
    }
  }

const isNamed = ({ Tags }: Properties): boolean =>
  Array.isArray(Tags) && (Tags as readonly Evaluated[]).some((one) => isMembers(one) && one.Key === 'Name')

/** Names of all; null where there are none, or one is not of the design. */
function namesOf(ids: readonly string[], names: ReadonlyMap<string, string>): readonly string[] | null {
  const known = ids.map((one) => names.get(one)).filter((one) => one !== undefined)
  return known.length > 0 && known.length === ids.length ? known : null
}

/** A value at the end of a path. */
const nested = (path: Path, value: Plain): Plain =>
  path.reduceRight<Plain>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)

/** Several objects as one, all the way down. */
const merged = (...all: readonly Members[]): Members => all.reduce((a, b) => mergedTwo(a, b) as Members, {})
function mergedTwo(a: Plain, b: Plain): Plain {
  if (isItems(a) && isItems(b)) return a.length === 1 && b.length === 1 ? [mergedTwo(a[0]!, b[0]!)] : b
  if (!isMembers(a) || !isMembers(b)) return b
  const more = Object.entries(b).map(([name, one]) => [name, name in a ? mergedTwo(a[name]!, one) : one])
  return { ...a, ...Object.fromEntries(more) }
}

/** What `thing` is drawn as, said at `place`, which may be another resource. */
const itemOf = (thing: WrittenItem, place: WrittenItem, { props, evaluated }: Said): DrawnItem => ({
  name: `service ${thing.id}${place.id === thing.id ? '' : ` ${place.id}`}`,
  key: place.id,
  construct: thing.id,
  type: place.type,
  props,
  evaluated: evaluated as DrawnItem['evaluated'],
  within: null,
  dependsOn: [],
  attributes: {},
  accountId: '',
  regionCode: '',
  writtenAs: place.id,
})
