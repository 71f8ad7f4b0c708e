import { settingsOf } from '../aws/settings.ts'
import type { Value } from '../aws/value.ts'
import type { Part, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { DeployedFact } from '../readme/verifySection.ts'
import { attributeOf, factTree, followRegion, refTo } from './intrinsics.ts'
import type { Tree, TreeObject } from './resource.ts'
import { spellMembers } from './spellMembers.ts'

/** CloudFormation's limit. */
const MOST_OUTPUTS = 200

/** The value is null where there is none. */
type Output = readonly [suffix: string, what: string, value: (part: Part, stack: StackPlan) => Tree | null]
const id: Output = ['Id', 'Id', (part, stack) => factTree(stack, 'id', part.key)]
const ofAttribute =
  (attribute: string) =>
  (part: Part, stack: StackPlan): Tree =>
    attributeOf(stack, part.key, attribute)
const joined =
  (attribute: string) =>
  (part: Part, stack: StackPlan): Tree => ({ 'Fn::Join': [',', attributeOf(stack, part.key, attribute)] })
const serviceName: Output = [
  'ServiceName',
  'Name of the service',
  (part, stack) => {
    const { ServiceName } = settingsOf(part) as { readonly ServiceName: Value }
    return spellMembers(stack, { ServiceName }, new Map()).ServiceName!
  },
]
/** AWS chooses the id of a service, and its name with it. */
const ownServiceName: Output = [
  'ServiceName',
  'Name',
  (part, stack) => ({
    'Fn::Sub': `${part.construct.kind === 'endpoint-service' && stack.regionCode.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.vpce.\${AWS::Region}.\${${nameOf(stack, part.key)}}`,
  }),
]
const privateNames: Output = [
  'PrivateDnsNames',
  'Names of the service that lead to it inside the VPC,',
  (part, stack) => {
    if (part.name !== 'interface-endpoint' || part.privateNames.length === 0) return null
    const names = part.privateNames.map((name) => (part.serviceRegion === null ? followRegion(stack, name) : name))
    return names.length === 1 ? names[0]! : { 'Fn::Join': [',', names] }
  },
]
const interfaces: Output = ['NetworkInterfaces', 'Network interfaces', joined('NetworkInterfaceIds')]
const endpointOutputs: readonly Output[] = [
  id,
  [
    'DnsEntries',
    'DNS names (hosted zone:name): the regional one, those of the zones, private ones;',
    joined('DnsEntries'),
  ],
  interfaces,
]

/** What is worth knowing afterwards, most useful first; what goes beyond the limit is left out from the end. */
const OUTPUTS: readonly (readonly [PartName, readonly Output[]])[] = [
  ['interface-endpoint', endpointOutputs],
  ['gateway-endpoint', [id]],
  ['balancer-endpoint', [id]],
  ['endpoint-service', [id]],
  ['network-balancer', [['DnsName', 'DNS name', ofAttribute('DNSName')]]],
  ['application-balancer', [['DnsName', 'DNS name', ofAttribute('DNSName')]]],
  ['vpc', [id]],
  ['transit-gateway', [id]],
  ['vpn-connection', [id]],
  ['nat-address', [['Ip', 'Public address', (part, stack) => refTo(stack, part.key)]]],
  ['elastic-address', [['Ip', 'Public address', (part, stack) => refTo(stack, part.key)]]],
  ['hosted-zone', [id]],
  ['instance', [id, ['PrivateIp', 'Private address', ofAttribute('PrivateIp')]]],
  ['client-address', [['Ip', 'Public address', (part, stack) => refTo(stack, part.key)]]],
  ['lambda-function', [['Name', 'Name', (part, stack) => refTo(stack, part.key)]]],
  ['api', [id]],
  ['subnet', [id]],
  ['security-group', [id]],
  ['route-table', [id]],
  ['resource-endpoint', [id]],
  ['service-network-endpoint', [id]],
  ['resource-configuration', [id]],
  ['service-network', [id]],
  ['peering', [id]],
  ['transit-attachment', [id]],
  ['bucket', [['Name', 'Name', (part, stack) => refTo(stack, part.key)]]],
  ['table', [['Name', 'Name', (part, stack) => refTo(stack, part.key)]]],
  ['endpoint-service', [ownServiceName]],
  ['interface-endpoint', [['DnsName', 'Regional DNS name', (part, stack) => factTree(stack, 'DNS name', part.key)]]],
  ['interface-endpoint', [privateNames, serviceName]],
  ['gateway-endpoint', [serviceName]],
  ['balancer-endpoint', [interfaces, serviceName]],
]

/** Name of the output that holds the id of the part of that logical name. */
export const outputName = (name: string): string => `${name}Id`

const SUFFIXES: { readonly [F in DeployedFact]: string } = {
  address: 'PrivateIp',
  name: 'DnsName',
  function: 'Name',
  api: 'Id',
  id: 'Id',
}
/** Name of the output that tells a fact, and the commands that pick it: entries of an endpoint read `zone:name`, the regional one first. */
export const factOutput = (part: Part, stack: StackPlan, fact: DeployedFact): readonly [name: string, pick: string] =>
  part.name === 'interface-endpoint' && fact !== 'id'
    ? [`${nameOf(stack, part.key)}DnsEntries`, ' | cut -d , -f 1 | cut -d : -f 2']
    : [`${nameOf(stack, part.key)}${SUFFIXES[fact]}`, '']

/** The outputs of a template: those that other stacks and steps by hand ask for come first. */
export function buildOutputs(
  stack: StackPlan,
  /** Whether a resource of that name is made, and under which condition. */
  made: (name: string) => { readonly condition: string | null } | undefined,
  wanted: ReadonlySet<string>,
  /** Whether other stacks may import them by name. */
  exported = false,
): TreeObject {
  const outputs = new Map<string, TreeObject>()
  const add = (part: Part, [suffix, what, value]: Output) => {
    const name = nameOf(stack, part.key)
    const output = `${name}${suffix}`
    const found = made(name)
    if (!found || outputs.has(output) || outputs.size >= MOST_OUTPUTS) return
    const { condition } = found
    const told = value(part, stack)
    if (told === null) return
    outputs.set(output, {
      ...(condition !== null && { Condition: condition }),
      Description: `${what} of ${part.construct.id}`,
      Value: told,
      ...(exported && { Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-${output}` } } }),
    })
  }
  for (const part of stack.parts) {
    if (wanted.has(nameOf(stack, part.key))) add(part, id)
  }
  for (const [name, list] of OUTPUTS)
    for (const part of stack.parts) if (part.name === name) for (const output of list) add(part, output)
  return Object.fromEntries(outputs)
}
