import { ownerIn } from '../plan/existing.ts'
import type { Part, PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Known } from './asked.ts'
import { codeOf, type Expression, local, type Piece, resource, variable } from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import type { Module } from './module.ts'
import { templateText } from './quoteHcl.ts'

/** Attributes that give what is known of a part; `id` gives it for all others. */
const ATTRIBUTES: { readonly [K in Known]: { readonly [N in PartName]?: string } } = {
  id: {
    'peering-acceptance': 'vpc_peering_connection_id',
    'transit-peering-acceptance': 'transit_gateway_attachment_id',
    'connection-acceptance': 'vpc_endpoint_id',
    'zone-authorization': 'zone_id',
    'hosted-zone': 'zone_id',
    'elastic-address': 'allocation_id',
    'nat-address': 'allocation_id',
    'regional-nat-address': 'allocation_id',
    'network-balancer-address': 'allocation_id',
    'client-address': 'allocation_id',
    'lambda-role': 'arn',
    role: 'arn',
    user: 'arn',
    'user-boundary': 'arn',
    'role-boundary': 'arn',
    'role-profile': 'name',
    key: 'arn',
    secret: 'arn',
    'instance-profile': 'name',
    'ecs-role': 'arn',
    'lambda-function': 'function_name',
    'ecs-cluster': 'arn',
    'ecs-task': 'arn',
    'firewall-policy': 'arn',
    'firewall-rule-group': 'arn',
    'network-firewall': 'arn',
    'service-network': 'arn',
    'resource-configuration': 'arn',
    'target-group': 'arn',
    'network-balancer': 'arn',
    'application-balancer': 'arn',
    'gateway-balancer': 'arn',
    'network-listener': 'arn',
    'application-listener': 'arn',
    'listener-rule': 'arn',
    'gateway-listener': 'arn',
  },
  'bare id': {},
  arn: Object.fromEntries(
    (
      [
        'subnet',
        'security-group',
        'interface-endpoint',
        'hosted-zone',
        'transit-gateway',
        'resolver-rule',
        'filter-group',
        'profile',
        'service-network',
        'resource-configuration',
      ] satisfies PartName[]
    ).map((name) => [name, 'arn']),
  ),
  'private address': { instance: 'private_ip', 'client-interface': 'private_ip' },
  'DNS name': {
    'network-balancer': 'dns_name',
    'application-balancer': 'dns_name',
    'interface-endpoint': 'dns_entry[0].dns_name',
  },
  'DNS zone': {
    'network-balancer': 'zone_id',
    'application-balancer': 'zone_id',
    'interface-endpoint': 'dns_entry[0].hosted_zone_id',
  },
  interface: { instance: 'primary_network_interface_id' },
}

/** How what is given of another module's part is named, there as an output and here as a variable. */
const PREFIXES: { readonly [K in Known]: string } = {
  id: 'id_of',
  'bare id': 'bare_id_of',
  arn: 'arn_of',
  'private address': 'private_ip_of',
  'DNS name': 'dns_name_of',
  'DNS zone': 'dns_zone_of',
  interface: 'interface_of',
}
export const givenName = (stack: StackPlan, known: Known, key: PartKey): string =>
  `${PREFIXES[known]}_${identifierOf(nameOf(stack, key))}`

/** What the module knows of what a part comes to; of what it does not make, the variable that gives it. */
export function knownOf(module: Module, known: Known, key: PartKey): Expression {
  const part = module.stack.byKey.get(key)
  const found = part === undefined ? listOf(module, key) : partKnown(module, known, part)
  if (found) return found
  const name = givenName(module.stack, known, key)
  const there = module.stack.existing.get(key)
  if (known === 'arn' && there?.part === 'hosted-zone') {
    const partition = codeOf(resource('data.aws_partition.current'), '.partition')
    return template('arn:', partition, ':route53:::hostedzone/', knownOf(module, 'id', key))
  }
  if (known === 'id' && there && there.id !== '') module.there.set(name, there)
  else module.given.set(name, { of: key, known })
  return codeOf(variable(name))
}

/** An attribute of the first resource that is made of the part; null where there is none. What may exist is chosen by a local value. */
export function attributeIn(module: Module, key: PartKey, attribute: string, isId = false): Expression | null {
  const { stack, addresses, owner, locals } = module
  const [address] = addresses.get(key) ?? []
  if (address === undefined) return null
  const left = ownerIn(stack, stack.byKey.get(key)!)
  if (left === null || left === owner) return codeOf(resource(address), `.${attribute}`)
  const own = identifierOf(nameOf(stack, key))
  const existing = existingName(stack, left)
  const word = attribute.replace(/\W+/g, '_')
  const isOwn = isId && key === left
  const name = isOwn ? `id_of_${own}` : `${word}_of_${own}`
  locals.set(name, {
    address,
    attribute,
    existing,
    instead: isOwn ? existing : `existing_${own}__${word}`,
  })
  return codeOf(local(name, address))
}

/** The variable for the id of what is made unless one is given. */
export const existingName = (stack: StackPlan, key: PartKey): string => identifierOf(stack.maybe.get(key)!.name)

/** A prefix list of AWS's is looked up. */
const listOf = ({ stack }: Module, key: PartKey): Expression | null =>
  stack.managedLists.has(key) ? codeOf(resource(listAddress(stack, key)), '.id') : null
export const listAddress = (stack: StackPlan, key: PartKey): string =>
  `data.aws_ec2_managed_prefix_list.${identifierOf(nameOf(stack, key))}`

function partKnown(module: Module, known: Known, part: Part): Expression | null {
  const own = attributeIn(module, part.key, ATTRIBUTES[known][part.name] ?? 'id', known === 'id')
  if (own) return own
  const attribute = (key: PartKey, name: string) => attributeIn(module, key, name)
  switch (part.name) {
    case 'default-group':
      return attribute(part.vpc, 'default_security_group_id')
    case 'route-table':
      return part.ofNat === null ? null : attribute(part.ofNat, 'route_table_id')
    case 'peering-acceptance':
      return knownOf(module, 'id', part.peering)
    case 'vpn-attachment':
      return attribute(part.connection, 'transit_gateway_attachment_id')
    case 'firewall-endpoint':
      return endpointOf(attribute(part.firewall, 'firewall_status[0].sync_states'), knownOf(module, 'id', part.subnet))
    default:
      return null
  }
}

/** AWS makes an endpoint in each subnet and promises no order. */
function endpointOf(states: Expression | null, subnet: Expression): Expression | null {
  if (states === null) return null
  const attachment = 'state.attachment[0]'
  return codeOf(
    'one([for state in ',
    ...states.hcl,
    ` : ${attachment}.endpoint_id if ${attachment}.subnet_id == `,
    ...subnet.hcl,
    '])',
  )
}

/** A text with expressions in it. */
export const template = (...pieces: readonly (string | Expression)[]): Expression =>
  codeOf(
    '"',
    ...pieces.flatMap((piece): readonly Piece[] =>
      typeof piece === 'string' ? [templateText(piece)] : ['${', ...piece.hcl, '}'],
    ),
    '"',
  )
