import { groupBy } from '../../base/groupBy.ts'
import { remember } from '../../base/remember.ts'
import { isUnknown, unknown } from '../cloudformation/isUnknown.ts'
import type { Referred } from '../cloudformation/resources/resourceType.ts'
import type { Evaluated, Properties, StackResource } from '../cloudformation/stack.ts'
import { isFields } from '../fields.ts'
import { isSensitive } from './isSensitive.ts'
import { pascal } from './pascal.ts'
import { createResolver } from './resolve/createResolver.ts'
import type { Taken } from './resolve/taken.ts'
import type { World } from './resolve/world.ts'
import type { Instance, TerraformRoot } from './terraformRoot.ts'
import type { Block, Given, Loose, Maybe, Seen, TerraformType } from './types/terraformType.ts'
import { words } from './words.ts'

/** What the instances of all files come to, and which of their attributes were asked for. */
export interface Translated {
  readonly resources: readonly StackResource[]
  readonly seen: ReadonlyMap<Instance, Seen>
  /** Type -> attributes that its row asks for. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>
}

/** Says every instance that has a row by CloudFormation's types and properties. */
export function translate(world: World, taken: Taken): Translated {
  const asked = new Map<string, Set<string>>()
  const seen = new Map<Instance, Seen>()
  const byType = groupBy(
    world.instances.filter(({ mode }) => mode === 'managed'),
    ({ type }) => type,
  )
  const resolver = createResolver(world, refer, taken)
  const naming = new Map<string, ReadonlyMap<Instance, readonly Instance[]>>()
  const open = new Map<string, ReadonlyMap<TerraformRoot, readonly Instance[]>>()
  const stated = new Map<Instance, Properties>()
  const properties = new Map<Instance, Properties>()

  const rowOf = ({ type }: Instance): TerraformType | undefined =>
    Object.hasOwn(world.types, type) ? world.types[type] : undefined
  const typeOf = (instance: Instance): string | null => {
    const type = rowOf(instance)?.type ?? null
    return typeof type === 'function' ? type(see(instance)) : type
  }

  function see(instance: Instance): Seen {
    const known = seen.get(instance)
    if (known) return known
    const ask = (attribute: string) => {
      const names = asked.get(instance.type)
      if (names) names.add(attribute)
      else asked.set(instance.type, new Set([attribute]))
    }
    const whence = world.whence.get(instance)!
    const one: Seen = {
      instance,
      id: world.ids.get(instance) ?? instance.address,
      ...whence,
      get(attribute) {
        ask(attribute)
        return resolver.read(instance, attribute)
      },
      blocks: (attribute) => blocksOf(one.get(attribute)),
      block: (attribute) => blocksOf(one.get(attribute))[0] ?? {},
      given(attribute) {
        ask(attribute)
        const value = resolver.read(instance, attribute)
        return isUnknown(value) ? undefined : value
      },
      named(attribute) {
        ask(attribute)
        const found = resolver.behind(instance, attribute)
        return found && see(found)
      },
      mentioned: (attribute) => resolver.mentioned(instance, attribute).map(see),
      open: (type, attribute) =>
        (openIn(type, attribute).get(instance.root) ?? [])
          .filter((other) => {
            const could = resolver.mentioned(other, attribute)
            return could.length === 0 || could.includes(instance)
          })
          .map(see),
      naming: (type, attribute) => (namersOf(type, attribute).get(instance) ?? []).map(see),
      all: (type) => (byType.get(type) ?? []).map(see),
    }
    seen.set(instance, one)
    return one
  }

  /** Instance -> those of a type that name it in an attribute. */
  function namersOf(type: string, attribute: string): ReadonlyMap<Instance, readonly Instance[]> {
    return remember(naming, `${type} ${attribute}`, () =>
      groupBy(byType.get(type) ?? [], (one) => resolver.behind(one, attribute)),
    )
  }

  /** File -> instances of a type of which an attribute is not known. */
  function openIn(type: string, attribute: string): ReadonlyMap<TerraformRoot, readonly Instance[]> {
    return remember(open, `${type} ${attribute}`, () => {
      const all = (byType.get(type) ?? []).filter(
        (one) => !resolver.behind(one, attribute) && isUnknown(resolver.read(one, attribute)),
      )
      return groupBy(all, ({ root }) => root)
    })
  }

  function propertiesOf(instance: Instance): Properties {
    const known = properties.get(instance)
    if (known) return known
    // what asks for itself on the way finds nothing
    properties.set(instance, {})
    const row = rowOf(instance)
    const made = row ? compact(givenBy(row, see(instance))) : {}
    properties.set(instance, made)
    return made
  }

  function statedOf(instance: Instance): Properties {
    const known = stated.get(instance)
    if (known) return known
    stated.set(instance, {})
    const said = rowOf(instance)?.stated
    const made = said ? compact(said(see(instance))) : {}
    stated.set(instance, made)
    return made
  }

  const referredOf = (instance: Instance): Referred => ({
    id: world.ids.get(instance) ?? instance.address,
    ...world.whence.get(instance)!,
    property: (name) => propertiesOf(instance)[name] ?? statedOf(instance)[name] ?? null,
    others: (type) =>
      world.instances
        .filter((one) => one.mode === 'managed' && world.ids.has(one) && typeOf(one) === type)
        .map(referredOf),
  })

  /** What an attribute that AWS fills in would be called. */
  function refer(instance: Instance, attribute: string): Evaluated {
    const open = unknown(`${attribute} of ${instance.address} is known only after the apply`)
    const row = rowOf(instance)
    const type = typeOf(instance)
    if (!row || type === null || instance.mode === 'data' || !world.ids.has(instance)) return open
    const how = row.attributes?.[attribute] ?? (attribute === 'id' ? 'Ref' : attribute === 'arn' ? 'Arn' : null)
    if (how === null) return open
    const id = world.ids.get(instance)!
    const { region } = world.whence.get(instance)!
    const referred = referredOf(instance)
    const said = Object.hasOwn(world.referring, type) ? world.referring[type]! : null
    // an id that is made of its own
    const [whole, made] = /^ID\.(\w+)$/.exec(how) ?? []
    if (whole && made) return statedOf(instance)[made] ?? `${id}.${made}`
    // the regional name of an endpoint is the first
    if (how === 'DnsName') return firstName(said?.attributes?.DnsEntries?.(referred)) ?? open
    // AWS calls the list of a service as the service
    if (how === 'service') return propertiesOf(instance).ServiceName ?? open
    if (how === 'service name') return `com.amazonaws.vpce.${region}.${id}`
    if (how === 'Ref') return said?.ref?.(referred) ?? id
    if (said?.attributes && Object.hasOwn(said.attributes, how)) return said.attributes[how]!(referred)
    if (how === 'Arn') return arnFor(type, referred)
    return open
  }

  const resources: StackResource[] = []
  for (const instance of world.instances) {
    const row = rowOf(instance)
    if (!row || instance.mode !== 'managed') continue
    const one = see(instance)
    const whence = { account: one.account, region: one.region }
    const type = typeOf(instance)
    const shared = { dependsOn: [], place: instance.place, ...whence, logicalId: instance.address }
    if (type !== null)
      resources.push({
        ...shared,
        id: one.id,
        type,
        properties: { ...compact(tagsOf(one)), ...propertiesOf(instance) },
        ...(row.stated && { stated: statedOf(instance) }),
      })
    for (const [index, part] of (row.parts?.(one) ?? []).entries())
      resources.push({ ...shared, id: `${one.id}.${index}`, type: part.type, properties: compact(part.properties) })
  }
  return { resources, seen, asked }
}

/** The properties of an instance as its row says them. */
function givenBy(row: TerraformType, seen: Seen): Given {
  const properties: Record<string, Loose> = {}
  for (const name of words(row.same)) properties[pascal(name)] = seen.get(name)
  for (const [attribute, name] of Object.entries(row.renamed ?? {})) properties[name] = seen.get(attribute)
  return { ...properties, ...row.more?.(seen) }
}

/** Without what is not there. */
const compact = (given: Given): Properties => solid(given) as Properties
function solid(value: Loose): Evaluated {
  if (Array.isArray(value)) return (value as readonly Loose[]).flatMap((one) => (one === undefined ? [] : [solid(one)]))
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value as Given).flatMap(([name, one]) =>
      one === undefined || one === null ? [] : [[name, solid(one)]],
    ),
  )
}

/** The blocks that a value comes to; of one that is not known every argument is not. */
function blocksOf(value: Maybe): readonly Block[] {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? (value as readonly Evaluated[]) : [value]
  return list.flatMap((one) => (isUnknown(one) ? [openBlock(one)] : isFields(one) ? [one as Block] : []))
}
const openBlock = (value: Evaluated): Block =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' ? value : undefined), has: () => true })

/** Tags as CloudFormation has them; what has no name is called by its address. Sensitive ones are nobody's business. */
function tagsOf({ instance, get }: Seen): Given {
  const said = get('tags_all') ?? get('tags')
  const tags =
    isFields(said) && !isUnknown(said) && !isSensitive(instance, 'tags')
      ? (said as Readonly<Record<string, Evaluated>>)
      : {}
  const list = Object.entries(tags).flatMap(([Key, Value]) => (typeof Value === 'string' ? [{ Key, Value }] : []))
  const isNamed = list.some(({ Key, Value }) => Key === 'Name' && Value.trim() !== '')
  return {
    Tags: isNamed ? list : [{ Key: 'Name', Value: instance.address }, ...list.filter(({ Key }) => Key !== 'Name')],
  }
}

/** `ZONE:NAME`, the first of a list. */
function firstName(entries: Maybe): Maybe {
  const [first] = Array.isArray(entries) ? (entries as readonly Evaluated[]) : []
  return typeof first === 'string' ? first.slice(first.indexOf(':') + 1) : undefined
}

/** How ARNs call what CloudFormation gives no ARN of. Source: AWS service authorization reference. */
const ARN_NAMES: Readonly<Record<string, string>> = {
  'AWS::EC2::Subnet': 'ec2 subnet/',
  'AWS::EC2::VPC': 'ec2 vpc/',
  'AWS::EC2::TransitGateway': 'ec2 transit-gateway/',
  'AWS::EC2::VPCEndpoint': 'ec2 vpc-endpoint/',
  'AWS::EC2::SecurityGroup': 'ec2 security-group/',
  'AWS::EC2::PrefixList': 'ec2 prefix-list/',
  'AWS::Route53::HostedZone': 'route53 hostedzone/',
  'AWS::Route53Resolver::ResolverRule': 'route53resolver resolver-rule/',
  'AWS::Route53Resolver::FirewallRuleGroup': 'route53resolver firewall-rule-group/',
}
function arnFor(type: string, { id, account, region }: Referred): Evaluated {
  const [service, kind] = (ARN_NAMES[type] ?? '').split(' ')
  if (!service || kind === undefined)
    return `arn:aws:${type.split('::')[1]?.toLowerCase() ?? ''}:${region}:${account}:${id}`
  return `arn:aws:${service}:${region}:${account}:${kind}${id}`
}
