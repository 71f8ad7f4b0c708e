import { isLater, isList, type Settings, type Value } from '../aws/value.ts'
import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Printer, Resource, Spelling } from './resource.ts'
import { type Tagged, tagsOf } from './tagsOf.ts'

/** A resource of that type. Its properties are the settings, where CloudFormation does not name them otherwise. */
export const made =
  <N extends PartName>(type: Resource['type'], spelling: Spelling<N> = (settings) => settings): Printer<N> =>
  (part, settings, stack) => ({ type, properties: spelling(settings, part, stack) })

/** The same for a resource that takes tags. */
export const tagged =
  <N extends PartName>(type: Resource['type'], spelling: Spelling<N> = (settings) => settings): Printer<N> =>
  (part, settings, stack) =>
    withTags(part, stack, type, spelling(settings, part, stack))

/** A resource with the tags of the part. Services other than EC2 take fewer characters in them. */
export const withTags = (part: Tagged, stack: StackPlan, type: Resource['type'], properties: Settings): Resource => ({
  type,
  properties: { ...properties, Tags: tagsOf(part, stack, type.startsWith('AWS::EC2::') ? undefined : 'strict') },
})

/** The same for a resource that a transit gateway has over a peering: it waits until the peering is accepted, though it may not name that. */
export const onceAccepted =
  <N extends PartName>(printer: Printer<N>): Printer<N> =>
  (part, settings, stack) => {
    const resource = printer(part, settings, stack)
    const after = part.needs.filter((key) => stack.byKey.get(key)?.name === 'transit-peering-acceptance')
    return resource && after.length > 0 ? { ...resource, after } : resource
  }

/** The same for a resource that stays when its stack is deleted, since it may hold data. */
export const kept =
  <N extends PartName>(printer: Printer<N>): Printer<N> =>
  (part, settings, stack) => {
    const resource = printer(part, settings, stack)
    return resource && { ...resource, keep: true }
  }

/** The members with one under another name, in its place. */
export const renamed = (members: Settings, from: string, to: string): Settings =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name === from ? to : name, value]))

/** The members with capitals, as CloudFormation names what some services begin with a small letter. */
export const capitalised = (members: Settings): Settings =>
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      value === undefined ? undefined : capitalisedValue(value),
    ]),
  )

function capitalisedValue(value: Value): Value {
  if (typeof value !== 'object' || isLater(value)) return value
  return isList(value) ? value.map(capitalisedValue) : capitalised(value)
}
