import { isUnknown, unknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import { isFields } from '../../fields.ts'
import { type Bag, bag } from '../bag.ts'
import type { Instance } from '../terraformRoot.ts'
import { isKey, type Step, writeTraversal } from '../traversal.ts'
import type { Maybe } from '../types/terraformType.ts'
import { words } from '../words.ts'
import { createCanonical } from './createCanonical.ts'
import { createVisible } from './createVisible.ts'
import { descend } from './descend.ts'
import { createFindReferents, type Referent, type Referents } from './findReferents.ts'
import { isExpression, matchBlocks, UNTOLD } from './matchBlocks.ts'
import type { Taken } from './taken.ts'
import { mayBeTakenOver, type Wanted, wantedBy } from './wanted.ts'
import type { World } from './world.ts'

/** Reads attributes, with what is known only after the apply worked out from the configuration as far as it says it. */
export interface Resolver {
  /** An attribute, by what CloudFormation would say; undefined where nothing is said, be it that AWS chooses. */
  read(instance: Instance, attribute: string): Maybe
  /** The instance that an attribute leads to. */
  behind(instance: Instance, attribute: string): Instance | null
  /** Every instance that an attribute refers to, be it for more than its value. */
  mentioned(instance: Instance, attribute: string): readonly Instance[]
}

/** Where a value stands. */
interface Spot {
  readonly instance: Instance
  /** Members down to it, without brackets. */
  readonly path: string
  readonly value: unknown
  readonly unknown: unknown
  /** As the configuration has it: an expression, a block, a list of blocks. */
  readonly written: unknown
  /** The expression is that of several blocks together, so that what it refers to may be of another one. */
  readonly isShared?: boolean
}

/** What a referent comes to; `isNew`: it is known only after the apply. */
interface Answer {
  readonly value: Maybe
  readonly isNew: boolean
}

/** `refer` says what an attribute that AWS fills in would be called; `taken` hears of what rests on more than one reading. */
export function createResolver(
  world: World,
  refer: (instance: Instance, attribute: string) => Evaluated,
  taken: Taken,
): Resolver {
  const findReferents = createFindReferents(world.instances)
  const canonical = createCanonical(world, refer)
  const visible = createVisible(world, findReferents)
  const memory = new Map<Instance, Map<string, Maybe>>()

  /** Those of a called module are other ones, under names that may be the same. */
  const variablesOf = ({ root, scope }: Instance): ReadonlyMap<string, unknown> =>
    scope.parent === null ? root.variables : new Map()
  const rowOf = ({ type }: Instance) => (Object.hasOwn(world.types, type) ? world.types[type] : undefined)
  const expressionOf = (instance: Instance, attribute: string): unknown => bag(instance.block?.expressions)[attribute]

  function read(instance: Instance, attribute: string): Maybe {
    const known = memory.get(instance) ?? new Map<string, Maybe>()
    memory.set(instance, known)
    if (known.has(attribute)) return known.get(attribute)
    known.set(attribute, unknown(`${instance.address}.${attribute} refers to itself`))
    const value = evaluate({
      instance,
      path: attribute,
      value: own(instance.values, attribute),
      unknown: own(bag(instance.unknown), attribute),
      written: expressionOf(instance, attribute),
    })
    known.set(attribute, value)
    return value
  }

  function evaluate(spot: Spot): Maybe {
    const { value, instance, path } = spot
    if (spot.unknown === true) return evaluateUnknown(spot)
    if (Array.isArray(value) || Array.isArray(spot.unknown)) return evaluateList(spot)
    if (isFields(value) || isFields(spot.unknown)) {
      const [said, flags] = [bag(value), bag(spot.unknown)]
      const written = bag(spot.written)
      return compact(
        [...new Set([...Object.keys(said), ...Object.keys(flags)])].map((name) => [
          name,
          evaluate({
            ...spot,
            path: `${path}.${name}`,
            value: own(said, name),
            unknown: own(flags, name),
            // an object that is written as one value has one expression for all of it
            written:
              spot.written === UNTOLD || 'references' in written || 'constant_value' in written
                ? spot.written
                : written[name],
          }),
        ]),
      )
    }
    if (value === null || value === undefined) return undefined
    if (typeof value === 'string') return canonical(instance, path, value)
    return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
  }

  function evaluateList(spot: Spot): Maybe {
    const values: readonly unknown[] = Array.isArray(spot.value) ? spot.value : []
    const flags: readonly unknown[] = Array.isArray(spot.unknown) ? spot.unknown : []
    const length = Math.max(values.length, flags.length)
    const open = flags.filter((flag) => flag === true).length
    const items = Array.from({ length }, (_, index) => values[index])
    const written = matchBlocks(items, spot.written, variablesOf(spot.instance))
    const isShared = spot.isShared === true || (length > 1 && isExpression(spot.written))
    const fill = open === 0 ? [] : listBehind(spot, open)
    let filled = 0
    return items.map((value, index): Evaluated => {
      if (flags[index] === true) return fill[filled++] ?? unknown(whyNot(spot))
      return evaluate({ ...spot, value, unknown: flags[index], written: written[index], isShared }) ?? null
    })
  }

  /** A value of which the plan says only that it will be known. */
  function evaluateUnknown(spot: Spot): Maybe {
    const { instance, path, written } = spot
    if (written === UNTOLD) return unknown(whyNot(spot))
    if (written === undefined) {
      return mayBeFilled(instance, path) ? undefined : unknown(whyNot(spot))
    }
    if (isList(path)) {
      const list = listBehind(spot, null)
      return list.length === 0 ? unknown(whyNot(spot)) : list
    }
    return scalarBehind(spot)
  }

  /** Whether AWS fills in what nobody is seen to write. Of blocks that are made in a loop the configuration says nothing, and a plan that was cut down has none. */
  function mayBeFilled(instance: Instance, path: string): boolean {
    const [top, ...inside] = path.split('.') as [string, ...string[]]
    if (inside.length === 0)
      return !words(rowOf(instance)?.authored).includes(path) && (instance.block !== null || !wantedBy(path))
    return instance.block ? expressionOf(instance, top) !== undefined : FILLED_INSIDE.has(path)
  }

  const whyNot = ({ instance, path }: Pick<Spot, 'instance' | 'path'>): string =>
    `${path} of ${instance.address} is known only after the apply`

  function referentsOf({ instance, written }: Spot): Referents {
    const { root, scope, key, block } = instance
    const referents = findReferents(written, { root, scope, key, forEach: block?.for_each_expression })
    return { ...referents, found: referents.found.map(accepted) }
  }

  /** What accepts a thing, or adds to it, is called by the id of that. */
  function accepted(one: Referent): Referent {
    const attribute = rowOf(one.instance)?.idOf
    const [first, second] = one.rest
    if (attribute === undefined || second !== undefined || (first && !('name' in first && first.name === 'id')))
      return one
    const other = behind(one.instance, attribute)
    return other ? { ...one, instance: other } : one
  }

  /** What one value may be: the only thing that all that it refers to comes to. */
  function scalarBehind(spot: Spot): Evaluated {
    const { instance, path } = spot
    const wanted = wantedBy(path)
    if (!wanted && !mayBeTakenOver(path)) return unknown(whyNot(spot))
    const referents = referentsOf(spot)
    let answers = distinct(newOnes(answersOf(spot, referents, wanted)))
    const isDeduced = referents.isOpen && wanted !== null
    if (isDeduced) {
      const all = visible(instance.scope, wanted.types, instance.key)
      answers = distinct([...answers, ...all.map((one) => answerOf({ instance: one, rest: [], keys: [] }, wanted)!)])
    }
    const [only, another] = answers
    if (only === undefined || (referents.isOpen && !wanted)) return unknown(whyNot(spot))
    if (another !== undefined)
      return unknown(
        `${whyNot(spot)}, and could be ${answers.slice(0, 3).map(shown).join(', ')}${answers.length > 3 ? ', …' : ''}`,
      )
    if (isDeduced) taken.byKind(instance, path)
    else if (referents.isByKey) taken.byKey(instance, path)
    return only
  }

  /** What a list may be: all that it refers to, where it cannot be one or the other; `count`: how many there have to be. */
  function listBehind(spot: Spot, count: number | null): readonly Evaluated[] {
    const { instance, path } = spot
    const wanted = wantedBy(path)
    if (!wanted && !mayBeTakenOver(path)) return []
    const referents = referentsOf(spot)
    if (referents.isOpen) return []
    const all = answersOf(spot, referents, wanted)
    // of a list that is partly known the known part stands there already
    const answers = distinct(count === null ? all : all.filter(({ isNew }) => isNew))
    const groups = new Set(
      referents.found.map(({ instance: { scope, type, name } }) => `${scope.address} ${type}.${name}`),
    )
    if (groups.size > 1 && referents.known.some(mayDecide)) return []
    if (count === null && referents.known.some(mayBeItems)) return []
    if (count !== null && answers.length !== count) return []
    if (spot.isShared && distinct(all).length > 1) return []
    if (referents.isByKey) taken.byKey(instance, path)
    if (count === null && answers.length > 0) taken.whole(instance, path)
    return answers
  }

  function answersOf(spot: Spot, { found }: Referents, wanted: Wanted | null): readonly Answer[] {
    const plausible = found.filter((one) => isPlausible(one, spot.path, wanted))
    return (plausible.length > 0 || spot.isShared ? plausible : found).flatMap((one) => answerOf(one, wanted) ?? [])
  }

  function answerOf({ instance, rest }: Referent, wanted: Wanted | null): Answer | null {
    const steps = rest.filter((step, index) => index > 0 || !isKey(step))
    const isNamed = wanted?.types.includes(instance.type) ?? false
    const [only, another] = steps
    // one way of naming a thing is as good as another
    const isName =
      only !== undefined && another === undefined && 'name' in only && (only.name === 'id' || only.name === 'arn')
    if (steps.length > 0 && !(isNamed && isName)) return attributeOf(instance, steps)
    return wanted && isNamed ? attributeOf(instance, [{ name: wanted.by }]) : null
  }

  function attributeOf(instance: Instance, steps: readonly Step[]): Answer {
    const [first, ...more] = steps as [{ readonly name: string }, ...Step[]]
    const raw = descend(instance.values, steps)
    if (typeof raw === 'string' || typeof raw === 'number')
      return { value: canonical(instance, `${instance.type}.${first.name}`, String(raw)), isNew: false }
    if (expressionOf(instance, first.name) !== undefined) {
      const value = descend(read(instance, first.name), more) as Maybe
      if (value !== undefined && value !== null) return { value, isNew: true }
    }
    return { value: refer(instance, writeTraversal(steps)), isNew: true }
  }

  function behind(instance: Instance, attribute: string): Instance | null {
    const raw = own(instance.values, attribute)
    if (typeof raw === 'string') return canonical.instanceOf(instance, attribute, raw)
    const written = expressionOf(instance, attribute)
    const spot: Spot = { instance, path: attribute, value: undefined, unknown: true, written }
    const { found } = referentsOf(spot)
    const wanted = wantedBy(attribute)
    const plausible = found.filter((one) => isPlausible(one, attribute, wanted))
    const all = new Set((plausible.length > 0 ? plausible : found).map((one) => one.instance))
    const [only] = all
    if (all.size === 1) return only!
    const value = read(instance, attribute)
    return typeof value === 'string' ? canonical.named(value) : null
  }

  function mentioned(instance: Instance, attribute: string): readonly Instance[] {
    const written = expressionOf(instance, attribute)
    if (written === undefined) return []
    const spot: Spot = { instance, path: attribute, value: undefined, unknown: true, written }
    return [...new Set(referentsOf(spot).found.map((one) => one.instance))]
  }

  return { read, behind, mentioned }
}

/** Arguments of blocks that AWS fills in. Source: AWS provider, argument references. */
const FILLED_INSIDE: ReadonlySet<string> = new Set([
  'dns_options.dns_record_ip_type',
  'ip_address.ip',
  'ip_address.ipv6',
  'launch_template.id',
  'launch_template.name',
  'vpc.vpc_region',
])

const own = (of: Bag, member: string): unknown => (Object.hasOwn(of, member) ? of[member] : undefined)

const compact = (members: readonly (readonly [string, Maybe])[]): Evaluated =>
  Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))) as Evaluated

/** Attributes that hold several, by their names. */
const isList = (path: string): boolean =>
  /(?:s|vpc_zone_identifier)$/.test(path) && !/(?:address|alias|dns)$/.test(path)

/** Whether a referent can be what an attribute names: that thing itself, or what another says under the same name. */
function isPlausible({ instance, rest }: Referent, path: string, wanted: Wanted | null): boolean {
  const last = rest.at(-1)
  const name = last && 'name' in last ? last.name : null
  if (!wanted) return true
  if (wanted.types.includes(instance.type))
    return name === null || name !== 'vpc_id' || wanted.types.includes('aws_vpc')
  return name !== null && name === path.split('.').at(-1)
}

/** Whether a value may have decided between two others: a flag, a number, a word. */
const mayDecide = (value: unknown): boolean =>
  value === undefined || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string'
/** Whether a value may stand among others in a list: ids, or a list of them. */
const mayBeItems = (value: unknown): boolean =>
  (Array.isArray(value) && value.length > 0) ||
  (typeof value === 'string' && /^(?:[a-z]+-[0-9a-f]{8,}|arn:)/.test(value))

/** What is known already is not why a value is not. */
function newOnes(answers: readonly Answer[]): readonly Answer[] {
  const open = answers.filter(({ isNew }) => isNew)
  return open.length > 0 ? open : answers
}

function distinct(answers: readonly (Answer | Evaluated)[]): readonly Evaluated[] {
  const found = new Map<string, Evaluated>()
  for (const one of answers) {
    const value = typeof one === 'object' && one !== null && 'isNew' in one ? (one as Answer).value : (one as Evaluated)
    if (value !== undefined && value !== null) found.set(JSON.stringify(value), value)
  }
  return [...found.values()]
}

const shown = (value: Evaluated): string => (isUnknown(value) ? 'something else' : String(value))
