import { hexOf } from '../../src/core/base/hash.ts'
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
import { givenName } from '../../src/core/export/terraform/knownOf.ts'

/** How AWS begins the ids of what a type makes; what is not here is called by its ARN or its name. */
const PREFIXES: Readonly<Record<string, string>> = {
  aws_vpc: 'vpc',
  aws_subnet: 'subnet',
  aws_route_table: 'rtb',
  aws_default_route_table: 'rtb',
  aws_security_group: 'sg',
  aws_default_security_group: 'sg',
  aws_network_acl: 'acl',
  aws_default_network_acl: 'acl',
  aws_internet_gateway: 'igw',
  aws_egress_only_internet_gateway: 'eigw',
  aws_nat_gateway: 'nat',
  aws_eip: 'eipalloc',
  aws_network_interface: 'eni',
  aws_instance: 'i',
  aws_vpc_endpoint: 'vpce',
  aws_vpc_endpoint_service: 'vpce-svc',
  aws_vpc_peering_connection: 'pcx',
  aws_ec2_transit_gateway: 'tgw',
  aws_ec2_transit_gateway_vpc_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_peering_attachment: 'tgw-attach',
  aws_ec2_transit_gateway_route_table: 'tgw-rtb',
  aws_ec2_managed_prefix_list: 'pl',
  aws_vpc_dhcp_options: 'dopt',
  aws_vpn_gateway: 'vgw',
  aws_vpn_connection: 'vpn',
  aws_customer_gateway: 'cgw',
  aws_route53_resolver_endpoint: 'rslvr-out',
  aws_route53_resolver_rule: 'rslvr-rr',
  aws_route53_resolver_firewall_rule_group: 'rslvr-frg',
  aws_route53_resolver_firewall_domain_list: 'rslvr-fdl',
}
/** Types whose id is an ARN. */
const BY_ARN = /^aws_(?:lb|alb|networkfirewall|ram|ecs_task|iam_policy)/

/** What AWS answers when everything is made. */
export interface Cloud {
  /** `module address.attribute` -> value. */
  attribute(stack: StackPlan, address: string, attribute: string): unknown
}

type Bag = Record<string, unknown>

/** What a module's applied resources would say: ids and names that AWS gives. */
function given(stack: StackPlan, address: string, values: Bag): Bag {
  const [type = '', name = ''] = address.split('.')
  const own = hexOf(`${stack.accountId} ${stack.regionCode} ${address}`, 17)
  const prefix = PREFIXES[type]
  const arn = `arn:aws:${type.replace(/^aws_/, '').split('_')[0]}:${stack.regionCode}:${stack.accountId}:${name}/${own}`
  const id =
    type === 'aws_route53_zone'
      ? `Z${own.toUpperCase().slice(0, 16)}`
      : prefix !== undefined
        ? `${prefix}-${own}`
        : BY_ARN.test(type)
          ? arn
          : type.startsWith('aws_vpclattice')
            ? `sn-${own}`
            : name
  const common: Bag = { id, arn, region: stack.regionCode }
  switch (type) {
    case 'aws_vpc':
      return {
        ...common,
        owner_id: stack.accountId,
        default_security_group_id: `sg-0${own.slice(1)}`,
        default_route_table_id: `rtb-0${own.slice(1)}`,
        main_route_table_id: `rtb-0${own.slice(1)}`,
        default_network_acl_id: `acl-0${own.slice(1)}`,
        ...(values.assign_generated_ipv6_cidr_block === true && {
          ipv6_cidr_block: `2600:1f18:${own.slice(0, 4)}:${own.slice(4, 6)}00::/56`,
        }),
      }
    case 'aws_vpc_ipv6_cidr_block_association':
      return { ...common, ipv6_cidr_block: `2600:1f18:${own.slice(0, 4)}:${own.slice(4, 6)}00::/56` }
    case 'aws_route53_zone':
      return { ...common, zone_id: id, name_servers: [] }
    case 'aws_eip':
      return { ...common, allocation_id: id }
    case 'aws_lb':
      return {
        ...common,
        dns_name: `${name.replaceAll('_', '-')}-${own.slice(0, 8)}.elb.${stack.regionCode}.amazonaws.com`,
        zone_id: 'Z1',
      }
    case 'aws_vpc_endpoint':
      return {
        ...common,
        state: undefined,
        dns_entry: [
          { dns_name: `${id}-${own.slice(0, 8)}.example.${stack.regionCode}.vpce.amazonaws.com`, hosted_zone_id: 'Z2' },
        ],
      }
    case 'aws_vpc_endpoint_service':
      return { ...common, service_name: `com.amazonaws.vpce.${stack.regionCode}.${id}` }
    case 'aws_vpn_connection':
      return { ...common, transit_gateway_attachment_id: `tgw-attach-${own}` }
    case 'aws_default_security_group':
    case 'aws_default_route_table':
    case 'aws_default_network_acl':
      return common
    case 'aws_instance':
      return { ...common, primary_network_interface_id: `eni-${own}` }
    case 'aws_networkfirewall_firewall':
      return common
    default:
      return common
  }
}

interface Resource {
  readonly address: string
  readonly values: Bag
  readonly unknown: Bag
  readonly expressions: Bag
}
const NOT_KNOWN = Symbol('not known')

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
  function bodyOf(module: BuiltModule, body: Body): Omit<Resource, 'address'> {
    const result = { values: {} as Bag, unknown: {} as Bag, expressions: {} as Bag }
    for (const [name, member] of Object.entries(body)) {
      if (member === undefined) continue
      if (isBlocks(member)) {
        const inner = member.blocks.map((one) => bodyOf(module, one))
        result.values[name] = inner.map((one) => one.values)
        if (inner.some((one) => Object.keys(one.unknown).length > 0))
          result.unknown[name] = inner.map((one) => one.unknown)
        result.expressions[name] = inner.map((one) => one.expressions)
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
      valuesOf(module).set(address, given(module.stack, address, { assign_generated_ipv6_cidr_block: assigned }))
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
    const resources = module.resources.map(({ address, body }): Resource => ({ address, ...bodyOf(module, body) }))
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
                ...resources.map((one) =>
                  shown(one, { ...one.values, ...valuesOf(module).get(one.address), ...real(one) }),
                ),
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

/** What a state says of a resource where a plan leaves it out. */
const real = ({ address }: Resource): Bag => (address.startsWith('aws_vpc_peering_connection.') ? {} : {})

/** What AWS has made with a VPC keeps its id. */
function adopt(own: Bag, values: Bag): void {
  for (const name of ['default_route_table_id', 'default_network_acl_id'])
    if (typeof values[name] === 'string') own.id = values[name]
  if (typeof values.vpc_id === 'string' && 'vpc_id' in values && String(own.id).startsWith('sg-'))
    own.id = `sg-0${String(values.vpc_id).slice(5)}`
}
