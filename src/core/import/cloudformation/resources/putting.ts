import { remember } from '../../../base/remember.ts'
import { peekText, plain } from '../../fields.ts'
import { type ImportNoteKind, takeNote } from '../../report.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { idOf, reasonIn, textOf } from './values.ts'

/** Puts what `describe-…` would print of a resource: a record of that list. */
export function say(
  putting: Putting,
  { place, account, region }: StackResource,
  key: string,
  record: object,
): undefined {
  putting.records.put(key, withoutGaps(record) as object, place, { account, region, planned: true })
}

/** The list of records that stand for constructs which none of AWS's lists can say. */
export const CONSTRUCTS = 'StackConstructs'
/** Puts a construct as it is. Of Regions and accounts, code and number stand in the places of ids. */
export const draw = (
  putting: Putting,
  resource: StackResource,
  construct: { readonly kind: string; readonly id: string; readonly [member: string]: unknown },
): undefined => say(putting, resource, CONSTRUCTS, { name: nameOf(resource, construct.id), ...construct })

/** Without members that say nothing. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, withoutGaps(part)]])),
  )
}

/** Tells something of a resource. */
export function tell(putting: Putting, resource: StackResource, kind: ImportNoteKind, what: string): undefined {
  takeNote(putting.taker, kind, `${resource.id}: ${plain(what, 500)}`, resource.place)
}

/** Whether one of these properties is not known; then the resource is left out, which is told. */
export function lacks(putting: Putting, resource: StackResource, ...names: readonly string[]): boolean {
  for (const name of names) {
    const why = reasonIn(resource.properties[name])
    if (why === null) continue
    tell(putting, resource, 'skipped', `its ${name} is not known: ${why}`)
    return true
  }
  return false
}

/** The name that its tag gives a resource. */
export function nameTag({ properties }: StackResource): string | null {
  const tags = properties.Tags
  if (!Array.isArray(tags)) return null
  for (const tag of tags as readonly Evaluated[])
    if (typeof tag === 'object' && tag !== null && 'Key' in tag && tag.Key === 'Name') return textOf(tag.Value)
  return null
}
/** The name that its tag gives a resource, else its id. */
export const nameOf = (resource: StackResource, id: string): string => plain(nameTag(resource) ?? id, 120) || id
/** The same, where a property names it as well: the tag is what people call it. */
export const calledBy = (resource: StackResource, property: string): string =>
  plain(nameTag(resource) ?? textOf(resource.properties[property]) ?? resource.id, 120) || resource.id
/** Its Name tag, as records have it. */
export const tagsOf = (resource: StackResource): readonly object[] | undefined => {
  const name = nameTag(resource)
  return name === null ? undefined : [{ Key: 'Name', Value: name }]
}

interface Index {
  readonly byType: ReadonlyMap<string, readonly StackResource[]>
  /** `type member` -> id that the member names -> resources. */
  readonly naming: Map<string, Map<string, StackResource[]>>
  /** Resources that others have asked for. */
  readonly used: Set<StackResource>
  /** What `onceForAll` has made, by its keys. */
  readonly made: Map<string, unknown>
}
const indexes = new WeakMap<readonly Stack[], Index>()
function indexOf({ stacks }: Putting): Index {
  let index = indexes.get(stacks)
  if (!index) {
    const byType = new Map<string, StackResource[]>()
    for (const { resources } of stacks)
      for (const one of resources) {
        const list = byType.get(one.type)
        if (list) list.push(one)
        else byType.set(one.type, [one])
      }
    index = { byType, naming: new Map(), used: new Set(), made: new Map() }
    indexes.set(stacks, index)
  }
  return index
}

/** What looks through all resources, made at the first question: rows that did so themselves would take the square of their number. */
export const onceForAll = <T>(putting: Putting, key: string, make: () => T): T =>
  remember(indexOf(putting).made, key, make) as T

/** Every resource of a type. */
export const allOf = (putting: Putting, type: string): readonly StackResource[] =>
  indexOf(putting).byType.get(type) ?? []

/** Every resource of a type whose property names that id. */
export function naming(putting: Putting, type: string, member: string, id: string): readonly StackResource[] {
  const { naming: known } = indexOf(putting)
  const key = `${type} ${member}`
  let found = known.get(key)
  if (!found) {
    found = new Map()
    for (const one of allOf(putting, type))
      for (const value of asMany(one.properties[member])) {
        const text = textOf(value)
        const known = text === null ? undefined : putting.byRef.get(text)
        for (const named of new Set(known ? [known.id] : [idOf(value), text])) {
          if (named === null) continue
          const list = found.get(named)
          if (list) list.push(one)
          else found.set(named, [one])
        }
      }
    known.set(key, found)
  }
  const named = found.get(id) ?? []
  for (const one of named) use(putting, one)
  return named
}
const asMany = (value: Evaluated | undefined): readonly Evaluated[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Evaluated[]) : [value as Evaluated]

/** The resource that a value refers to; null where it is none of the stacks. */
export function referred(putting: Putting, value: Evaluated | undefined): StackResource | null {
  const text = textOf(value)
  if (text === null) return null
  const found = putting.byRef.get(text) ?? putting.byRef.get(idOf(text) ?? '') ?? null
  if (found) use(putting, found)
  return found
}

/** Whether a record of what exists already is of that id. */
export const isDescribed = ({ records }: Putting, key: string, member: string, id: string | null): boolean =>
  id !== null && (records.byKey.get(key) ?? []).some(({ value, planned }) => !planned && peekText(value[member]) === id)

/** What AWS makes with a VPC. */
type Default = 'DefaultSecurityGroup' | 'DefaultNetworkAcl' | 'MainRouteTable'
/** The id of what AWS makes with a VPC: as it is known, else made of the VPC's. */
export const defaultOf = ({ id, stated }: StackResource, what: Default): string =>
  textOf(stated?.[what]) ?? `${id}.${what}`
/** Whether an id is of what AWS makes with a VPC of the stacks. */
export const isDefaultOf = (putting: Putting, id: string | null, what: Default): boolean =>
  id !== null &&
  onceForAll(putting, what, () => new Set(allOf(putting, 'AWS::EC2::VPC').map((vpc) => defaultOf(vpc, what)))).has(id)

/** Notes that a resource is of use to another one. */
export const use = (putting: Putting, resource: StackResource): void => {
  indexOf(putting).used.add(resource)
}
/** Whether anything has asked for a resource. */
export const isUsed = (putting: Putting, resource: StackResource): boolean => indexOf(putting).used.has(resource)

/** A row that makes sets of names plainer to write. */
export const type = (
  knows: readonly string[],
  put: ResourceType['put'],
  rest: Pick<ResourceType, 'ref' | 'attributes'> = {},
): ResourceType => ({ knows: new Set([...knows, 'Tags']), put, ...rest })

/** Any property may be there: nothing of the network hangs on those that are not read. */
export const ANY: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true })
/** A row of which any property may be there. */
export const anyOf = (put: ResourceType['put'], rest: Pick<ResourceType, 'ref' | 'attributes'> = {}): ResourceType => ({
  ...type([], put, rest),
  knows: ANY,
})

/** Says nothing of its own: another resource reads it. */
export const readElsewhere = (): undefined => undefined
