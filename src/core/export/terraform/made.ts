import type { SettingsOf } from '../aws/settings.ts'
import { nameTag } from '../aws/tags.ts'
import type { Settings } from '../aws/value.ts'
import type { Part, PartName, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { STRICT_TAGS } from '../plan/strictTags.ts'
import type { Argument, Arguments, Asked, Printer } from './asked.ts'

/** Says in the provider's names what the settings say in the API's. */
type Spelling<N extends PartName> = (settings: SettingsOf<N>, part: PartOf<N>, stack: StackPlan) => Arguments

/** A resource of that type. Its arguments are the settings, where the provider does not name them otherwise. */
export const made =
  <N extends PartName>(type: Asked['type'], spelling: Spelling<N> = snaked): Printer<N> =>
  (part, settings, stack) => [{ type, body: spelling(settings, part, stack) }]

/** The same for a resource that takes tags. */
export const tagged =
  <N extends PartName>(type: Asked['type'], spelling: Spelling<N> = snaked): Printer<N> =>
  (part, settings, stack) => [withTags(part, stack, { type, body: spelling(settings, part, stack) })]

/** No resource: it stands in another one. */
export const none = (): readonly Asked[] => []

type Tagged = Pick<Part, 'key' | 'name' | 'construct'>

/** The resource with the tags of the part; those of the deployment and the person's own are the provider's. */
export const withTags = ({ key, name, construct }: Tagged, { naming }: StackPlan, one: Asked): Asked => {
  const Name = nameTag(construct, naming, STRICT_TAGS.has(name) ? 'strict' : undefined) || undefined
  return { ...one, body: { ...one.body, tags: { Name, 'hopwise:id': key } } }
}

/** Settings of the API as the provider names most of them: `VpcId` is `vpc_id`. What holds more than values is no setting of that kind. */
export const snaked = (settings: Settings): Arguments =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]): [string, Argument | undefined] => [snake(name), value]),
  )

/** `EnableDns64` is `enable_dns64`, `AssignIpv6AddressOnCreation` is `assign_ipv6_address_on_creation`. */
export const snake = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z])/g, (letter) => `_${letter}`).toLowerCase()
