import { hexOf } from '../../src/core/base/hash.ts'
import { variablesIn } from '../../src/core/export/aws/variablesIn.ts'
import type { StackPlan } from '../../src/core/export/plan/planExport.ts'
import { type BuiltModule, buildModule } from '../../src/core/export/terraform/buildModule.ts'
import {
  type Body,
  type Expression,
  isBlocks,
  isExpression,
  isJson,
  type Piece,
  type Value,
} from '../../src/core/export/terraform/expression.ts'
import { identifierOf } from '../../src/core/export/terraform/identifierOf.ts'
import { givenName } from '../../src/core/export/terraform/knownOf.ts'
import { givenBy } from './givenBy.ts'

type Bag = Record<string, unknown>

interface Resource {
  readonly address: string
  readonly values: Bag
  readonly unknown: Bag
  readonly expressions: Bag
}
const NOT_KNOWN = Symbol('not known')

/** Blocks that the schema of the provider calls attributes: a plan has one expression for all of them. Source: AWS provider 5.100, schema. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'aws_security_group ingress',
  'aws_security_group egress',
  'aws_default_security_group ingress',
  'aws_default_security_group egress',
  'aws_network_acl ingress',
  'aws_network_acl egress',
  'aws_route_table route',
  'aws_default_route_table route',
])

/** The expressions of blocks as one. */
function together(blocks: readonly Bag[]): Bag {
  const all = blocks.flatMap((one) => Object.values(one) as { references?: readonly string[] }[])
  const references = all.flatMap((one) => one.references ?? [])
  if (references.length > 0) return { references }
  const value = (one: unknown) => (one as { constant_value?: unknown }).constant_value
  return {
    constant_value: blocks.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, expression]) => [name, value(expression)])),
    ),
  }
}

/** A file as `terraform show -json` prints it. */
export interface Shown {
  readonly path: string
  readonly document: Bag
  /** Address -> construct that was drawn. */
  readonly drawn: ReadonlyMap<string, string>
  /** Address -> id that AWS has given, where it has. */
  readonly ids: ReadonlyMap<string, string>
}

/** `known`: everything is made, and each value stands for itself; else nothing is, and what refers to something is known only after the apply. */
export function shownOf(stacks: readonly StackPlan[], known: (stack: StackPlan) => boolean): readonly Shown[] {
  const built = stacks.map(buildModule)
  const made = new Map<BuiltModule, Map<string, Bag>>()
  const valuesOf = (module: BuiltModule): Map<string, Bag> => made.get(module)!
  for (const module of built) made.set(module, new Map())

  const attributeOf = (module: BuiltModule, address: string, path: string): unknown => {
    if (address === 'data.aws_partition.current') return 'aws'
    const list = /^data\.aws_ec2_managed_prefix_list\./.test(address)
    if (list) return `pl-${hexOf(address, 8)}`
    const values = valuesOf(module).get(address)
    let at: unknown = values
    for (const step of path
      .replace(/^\./, '')
      .split(/\.|\[|\]\.?/)
      .filter((one) => one !== ''))
      at = (at as Bag | undefined)?.[step]
    return at
  }
  const variableOf = (module: BuiltModule, name: string): unknown => {
    if (name === 'region') return module.stack.regionCode
    if (name === 'account_id') return module.stack.accountId
    if (name === 'deployment') return 'deployment'
    const varying = variablesIn(module.stack).find((one) => identifierOf(one.name) === name)
    if (varying) return varying.drawn
    const there = module.module.there.get(name)
    if (there) return there.id
    const asked = module.given.get(name)
    if (!asked)
      return name.includes('image')
        ? name.startsWith('windows')
          ? 'ami-windows'
          : 'ami-0123456789abcdef0'
        : name.includes('count')
          ? 1
          : 't3.micro'
    // another module makes it
    for (const other of built) {
      if (other === module || !other.stack.byKey.has(asked.of)) continue
      const [address] = other.module.addresses.get(asked.of) ?? []
      const own = givenName(module.stack, asked.known, asked.of)
      const attribute = {
        id: 'id',
        'bare id': 'id',
        arn: 'arn',
        'private address': 'private_ip',
        'DNS name': 'dns_name',
        'DNS zone': 'zone_id',
        interface: 'primary_network_interface_id',
      }[asked.known]
      if (address !== undefined && own === name) return valuesOf(other).get(address)?.[attribute] ?? NOT_KNOWN
    }
    return NOT_KNOWN
  }

  function evaluate(module: BuiltModule, { hcl }: Expression): unknown {
    const text = hcl.map((piece) => (typeof piece === 'string' ? piece : '§')).join('')
    const [first, second] = hcl
    const isAll = known(module.stack)
    const resourceValue = (piece: Piece, path: string): unknown => {
      if (typeof piece !== 'object') return piece
      if ('variable' in piece) return variableOf(module, piece.variable)
      if ('local' in piece) {
        const { address, attribute } = module.module.locals.get(piece.local)!
        return resourceValue({ resource: address }, `.${attribute}`)
      }
      return isAll || piece.resource.startsWith('data.')
        ? (attributeOf(module, piece.resource, path) ?? NOT_KNOWN)
        : NOT_KNOWN
    }
    if (hcl.length <= 2 && typeof first === 'object' && (second === undefined || typeof second === 'string'))
      return resourceValue(first, second ?? '')
    if (text.startsWith('cidrsubnet(')) {
      const block = typeof hcl[1] === 'object' ? resourceValue(hcl[1], String(hcl[2]).split(',')[0]!) : NOT_KNOWN
      const number = Number(/, 8, (\d+)\)$/.exec(text)?.[1])
      return typeof block === 'string'
        ? block.replace(/00::\/56$/, `${number.toString(16).padStart(2, '0')}::/64`)
        : NOT_KNOWN
    }
    if (text.startsWith('one([for state in')) {
      if (!isAll) return NOT_KNOWN
      const [firewall, subnet] = hcl.filter((piece) => typeof piece === 'object')
      const of =
        typeof subnet === 'object' && 'resource' in subnet
          ? attributeOf(module, subnet.resource, '.id')
          : subnet
            ? resourceValue(subnet, '')
            : ''
      return typeof firewall === 'object' && 'resource' in firewall
        ? `vpce-${hexOf(`${firewall.resource} ${String(of)}`, 17)}`
        : NOT_KNOWN
    }
    // a text with values in it
    const parts = hcl.map((piece, index) => {
      if (typeof piece === 'string') {
        const before = hcl[index - 1]
        // an attribute behind its resource belongs to that
        return typeof before === 'object' && 'resource' in before && piece.startsWith('.') ? '' : piece
      }
      const next = hcl[index + 1]
      return resourceValue(piece, typeof next === 'string' && next.startsWith('.') ? next : '')
    })
    if (parts.includes(NOT_KNOWN)) return NOT_KNOWN
    return parts.join('').replaceAll('${', '').replaceAll('}', '').replace(/^"|"$/g, '')
  }

  const referencesOf = ({ hcl }: Expression): readonly string[] =>
    hcl.flatMap((piece, index) => {
      if (typeof piece === 'string') return []
      if ('variable' in piece) return [`var.${piece.variable}`]
      if ('local' in piece) return [`local.${piece.local}`]
      const next = hcl[index + 1]
      const path = typeof next === 'string' ? (/^(?:\.[a-z_0-9]+|\[\d+\])+/.exec(next)?.[0] ?? '') : ''
      const steps = path.match(/\.[a-z_0-9]+|\[\d+\]/g) ?? []
      return [...steps.map((_, at) => piece.resource + steps.slice(0, steps.length - at).join('')), piece.resource]
    })

  /** A value, what of it is not known, and how the configuration says it. */
  function said(
    module: BuiltModule,
    value: Value,
  ): { value: unknown; unknown: unknown; references: readonly string[] } {
    if (typeof value !== 'object') return { value, unknown: false, references: [] }
    if (isExpression(value)) {
      const found = evaluate(module, value)
      return found === NOT_KNOWN
        ? { value: null, unknown: true, references: referencesOf(value) }
        : { value: found, unknown: false, references: referencesOf(value) }
    }
    if (isJson(value)) {
      const inner = said(module, value.json)
      return hasTrue(inner.unknown)
        ? { value: null, unknown: true, references: inner.references }
        : { value: JSON.stringify(inner.value), unknown: false, references: inner.references }
    }
    if (Array.isArray(value)) {
      const items = (value as readonly Value[]).map((one) => said(module, one))
      return {
        value: items.map((one) => one.value),
        unknown: items.map((one) => one.unknown),
        references: items.flatMap((one) => one.references),
      }
    }
    const members = Object.entries(value as Readonly<Record<string, Value>>).map(
      ([name, one]) => [name, said(module, one)] as const,
    )
    return {
      value: Object.fromEntries(members.map(([name, one]) => [name, one.value])),
      unknown: Object.fromEntries(
        members.flatMap(([name, one]) => (hasTrue(one.unknown) ? [[name, one.unknown]] : [])),
      ),
      references: members.flatMap(([, one]) => one.references),
    }
  }
  function bodyOf(module: BuiltModule, body: Body, type = ''): Omit<Resource, 'address'> {
    const result = { values: {} as Bag, unknown: {} as Bag, expressions: {} as Bag }
    for (const [name, member] of Object.entries(body)) {
      if (member === undefined) continue
      if (isBlocks(member)) {
        const inner = member.blocks.map((one) => bodyOf(module, one))
        result.values[name] = inner.map((one) => one.values)
        if (inner.some((one) => Object.keys(one.unknown).length > 0))
          result.unknown[name] = inner.map((one) => one.unknown)
        const all = inner.map((one) => one.expressions)
        result.expressions[name] = ATTRIBUTES.has(`${type} ${name}`) ? together(all) : all
        continue
      }
      const { value, unknown, references } = said(module, member)
      result.expressions[name] = references.length > 0 ? { references } : { constant_value: value }
      if (unknown === true) result.unknown[name] = true
      else {
        result.values[name] = value
        if (hasTrue(unknown)) result.unknown[name] = unknown
      }
    }
    return result
  }

  for (const module of built)
    for (const { address, body } of module.resources) {
      const assigned = body.assign_generated_ipv6_cidr_block
      valuesOf(module).set(address, givenBy(module.stack, address, { assign_generated_ipv6_cidr_block: assigned }))
    }
  // what is made in terms of others is known after them
  for (let round = 0; round < 4; round++)
    for (const module of built)
      for (const { address, body } of module.resources) {
        const own = valuesOf(module).get(address)!
        const { values } = bodyOf(module, body)
        Object.assign(own, values, { ...own })
        if (address.startsWith('aws_default_')) adopt(own, values)
        if (address.startsWith('aws_networkfirewall_firewall.')) {
          const mappings = (values.subnet_mapping as readonly Bag[] | undefined) ?? []
          own.firewall_status = [
            {
              sync_states: mappings.map(({ subnet_id }) => ({
                attachment: [{ subnet_id, endpoint_id: `vpce-${hexOf(`${address} ${String(subnet_id)}`, 17)}` }],
              })),
            },
          ]
        }
      }

  /** Lists of AWS's that a module looks up. */
  const sourcesOf = (module: BuiltModule) =>
    [...module.data].flatMap(([address, body]) => {
      const { values } = bodyOf(module, body)
      const [, type, name] = address.split('.')
      return type === 'aws_ec2_managed_prefix_list'
        ? [
            {
              address,
              mode: 'data',
              type,
              name,
              provider_name: 'registry.terraform.io/hashicorp/aws',
              values: { id: `pl-${hexOf(address, 8)}`, name: values.name, owner_id: 'AWS', entries: [] },
              sensitive_values: {},
            },
          ]
        : []
    })
  return built.map((module) => {
    const isAll = known(module.stack)
    const resources = module.resources.map(
      ({ address, body }): Resource => ({ address, ...bodyOf(module, body, address.split('.')[0]) }),
    )
    const drawn = new Map(module.resources.map(({ address, part }) => [address, part.construct.id] as const))
    const ids = new Map(
      isAll ? module.resources.map(({ address }) => [address, String(valuesOf(module).get(address)?.id)] as const) : [],
    )
    const path = `${module.stack.accountId}/${module.stack.regionCode}/${isAll ? 'state' : 'plan'}.json`
    const shown = (one: Resource, values: Bag) => {
      const [type, name] = one.address.split('.')
      return {
        address: one.address,
        mode: 'managed',
        type,
        name,
        provider_name: 'registry.terraform.io/hashicorp/aws',
        values,
        sensitive_values: {},
      }
    }
    if (isAll)
      return {
        path,
        drawn,
        ids,
        document: {
          format_version: '1.0',
          terraform_version: '1.11.4',
          values: {
            root_module: {
              resources: [
                ...sourcesOf(module),
                ...resources.map((one) => shown(one, { ...one.values, ...valuesOf(module).get(one.address) })),
              ],
            },
          },
        },
      }
    return {
      path,
      drawn,
      ids,
      document: {
        format_version: '1.2',
        terraform_version: '1.11.4',
        variables: Object.fromEntries(
          [...module.variables, 'region', 'account_id'].map((name) => [
            name,
            { value: settled(variableOf(module, name)) },
          ]),
        ),
        prior_state: { format_version: '1.0', values: { root_module: { resources: sourcesOf(module) } } },
        planned_values: { root_module: { resources: resources.map((one) => shown(one, one.values)) } },
        resource_changes: resources.map((one) => ({
          ...shown(one, one.values),
          change: {
            actions: ['create'],
            before: null,
            after: one.values,
            after_unknown: { id: true, arn: true, ...one.unknown },
          },
        })),
        configuration: {
          provider_config: {
            aws: {
              name: 'aws',
              expressions: {
                region: { references: ['var.region'] },
                allowed_account_ids: { references: ['var.account_id'] },
              },
            },
          },
          root_module: {
            resources: resources.map((one) => ({
              ...shown(one, {}),
              provider_config_key: 'aws',
              expressions: one.expressions,
            })),
            variables: {},
          },
        },
      },
    }
  })
}

const settled = (value: unknown): unknown => (value === NOT_KNOWN ? null : value)
const hasTrue = (value: unknown): boolean =>
  value === true || (typeof value === 'object' && value !== null && Object.values(value).some(hasTrue))

/** What AWS has made with a VPC keeps its id. */
function adopt(own: Bag, values: Bag): void {
  for (const name of ['default_route_table_id', 'default_network_acl_id'])
    if (typeof values[name] === 'string') own.id = values[name]
  if (typeof values.vpc_id === 'string' && 'vpc_id' in values && String(own.id).startsWith('sg-'))
    own.id = `sg-0${String(values.vpc_id).slice(5)}`
}
