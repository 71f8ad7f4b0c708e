import type { Evaluated } from '../../cloudformation/stack.ts'
import type { Instance } from '../terraformRoot.ts'
import { wantedBy } from './wanted.ts'
import type { World } from './world.ts'

/** Attributes by which instances of most types are named elsewhere. */
const NAMES = [
  'id',
  'arn',
  'name',
  'allocation_id',
  'identifier',
  'cluster_identifier',
  'dns_name',
  'service_name',
  'prefix_list_id',
  'bucket',
  'function_name',
  'key_id',
  'url',
] as const

/** Says of a value that names an instance what CloudFormation would say; any other stays as it is. */
export interface Canonical {
  (instance: Instance, path: string, value: string): Evaluated
  /** The instance that a value names. */
  instanceOf(instance: Instance, path: string, value: string): Instance | null
  /** The instance that a value names which was worked out. */
  named(value: string): Instance | null
}

export function createCanonical(world: World, refer: (instance: Instance, attribute: string) => Evaluated): Canonical {
  const byType = new Map<string, Map<string, Instance[]>>()
  const byArn = new Map<string, { readonly instance: Instance; readonly by: string }>()
  for (const instance of world.instances) {
    if (!world.ids.has(instance)) continue
    const names = byType.get(instance.type) ?? new Map<string, Instance[]>()
    byType.set(instance.type, names)
    for (const by of NAMES) {
      const value = instance.values[by]
      if (typeof value !== 'string' || value === '') continue
      names.set(`${by} ${value}`, [...(names.get(`${by} ${value}`) ?? []), instance])
      if (value.startsWith('arn:')) byArn.set(value, { instance, by })
    }
  }
  let byReference: Map<string, Instance> | null = null
  const named = (value: string): Instance | null => {
    byReference ??= new Map(
      world.instances.flatMap((instance) => {
        const reference = world.ids.has(instance) ? refer(instance, 'id') : null
        return typeof reference === 'string' ? [[reference, instance] as const] : []
      }),
    )
    return byReference.get(value) ?? null
  }

  /** Of several that have a name the one in the same file; none where that does not tell. */
  function among(instance: Instance, path: string, value: string): { instance: Instance; by: string } | null {
    const wanted = wantedBy(path)
    for (const type of wanted?.types ?? [])
      for (const by of NAMES) {
        const all = byType.get(type)?.get(`${by} ${value}`) ?? []
        const [only] = all.length > 1 ? all.filter(({ root }) => root === instance.root) : all
        if (only && only !== instance) return { instance: only, by }
      }
    const found = byArn.get(value)
    return found && found.instance !== instance ? found : null
  }

  const canonical = (instance: Instance, path: string, value: string): Evaluated => {
    const found = among(instance, path, value)
    if (!found) return value
    const said = refer(found.instance, found.by === 'name' || found.by === 'identifier' ? 'id' : found.by)
    return typeof said === 'string' ? said : value
  }
  return Object.assign(canonical, {
    instanceOf: (instance: Instance, path: string, value: string) =>
      among(instance, path, value)?.instance ?? byDefault(world, value),
    named,
  })
}

/** The VPC whose main table, default group or default ACL a value is. */
const byDefault = (world: World, value: string): Instance | null =>
  world.instances.find(
    ({ type, values }) =>
      type === 'aws_vpc' &&
      [
        values.default_route_table_id,
        values.main_route_table_id,
        values.default_security_group_id,
        values.default_network_acl_id,
      ].includes(value),
  ) ?? null
