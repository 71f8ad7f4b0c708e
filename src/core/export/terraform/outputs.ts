import type { Part, PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Asking, Known } from './asked.ts'
import type { BuiltModule } from './buildModule.ts'
import { codeOf, type Expression, resource } from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import { givenName, knownOf } from './knownOf.ts'
import { printBlock } from './printHcl.ts'
import { referencesIn } from './referencesIn.ts'
import { valueOnce } from './waitsOf.ts'
import { referIn } from './writeMain.ts'

interface Output {
  readonly name: string
  readonly description: string
  readonly value: Expression
}

/** What is worth knowing afterwards beside ids: name of the output, its words, and the attribute. */
type Told = readonly [prefix: string, what: string, attribute: string]
const ID: Told = ['id', 'Id', 'id']
const SERVICE: Told = ['service_name', 'Name of the service', 'service_name']
const ENDPOINT: readonly Told[] = [
  ID,
  ['dns_name', 'DNS name, the regional one,', 'dns_entry[0].dns_name'],
  ['dns_entries', 'DNS names with their hosted zones', 'dns_entry'],
  ['network_interfaces', 'Network interfaces', 'network_interface_ids'],
  SERVICE,
]
const NAME: Told = ['dns_name', 'DNS name', 'dns_name']
const PUBLIC_IP: readonly Told[] = [['public_ip', 'Public address', 'public_ip']]

const OUTPUTS: readonly (readonly [PartName, readonly Told[]])[] = [
  ['interface-endpoint', ENDPOINT],
  ['gateway-endpoint', [ID, SERVICE]],
  ['balancer-endpoint', [ID, ['network_interfaces', 'Network interfaces', 'network_interface_ids'], SERVICE]],
  ['resource-endpoint', [ID]],
  ['service-network-endpoint', [ID]],
  ['endpoint-service', [ID, ['service_name', 'Name', 'service_name']]],
  ['network-balancer', [NAME]],
  ['application-balancer', [NAME]],
  ['vpc', [ID]],
  ['transit-gateway', [ID]],
  ['vpn-connection', [ID]],
  ['nat-address', PUBLIC_IP],
  ['elastic-address', PUBLIC_IP],
  ['hosted-zone', [['id', 'Id', 'zone_id']]],
  ['instance', [ID, ['private_ip', 'Private address', 'private_ip']]],
  ['client-address', PUBLIC_IP],
  ['lambda-function', [['name', 'Name', 'function_name']]],
  ['api', [ID]],
  ['bucket', [['name', 'Name', 'bucket']]],
  ['table', [['name', 'Name', 'name']]],
  ['subnet', [ID]],
  ['security-group', [ID]],
  ['route-table', [ID]],
  ['resource-configuration', [ID]],
  ['service-network', [ID]],
  ['peering', [ID]],
  ['transit-attachment', [ID]],
]

/** Name of an output, such as `private_ip_of_web`. */
export const outputName = (stack: StackPlan, prefix: string, key: PartKey): string =>
  `${prefix}_of_${identifierOf(nameOf(stack, key))}`

/** What the module makes and others ask for: name of the output -> variables that it waits for. */
export function makesOf(built: BuiltModule, wanted: readonly Asking[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    wanted.flatMap(({ of, known }) => {
      const output = built.stack.byKey.has(of) ? outputOf(built, of, known) : null
      return output ? [[output.name, waitsIn(built, output.value)] as const] : []
    }),
  )
}

/** The output by which a module tells what others ask for; null where it is told by nobody here. */
function outputOf({ module, stack }: BuiltModule, key: PartKey, known: Known): Output | null {
  const part = stack.byKey.get(key)!
  const value = knownOf({ ...module, given: new Map() }, known, key)
  const name = givenName(stack, known, key)
  // A variable that would tell itself is no answer
  if (value.hcl.some((piece) => typeof piece !== 'string' && 'variable' in piece && piece.variable === name))
    return null
  return { name, description: described(part, name.slice(0, name.indexOf('_of_')).replaceAll('_', ' ')), value }
}

const described = ({ key, construct }: Part, what: string): string =>
  `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${key === construct.id ? construct.id : key}`

const waitsIn = ({ waits }: BuiltModule, value: Expression): readonly string[] => {
  const { resources } = referencesIn({ value })
  return [...new Set([...resources].flatMap((address) => waits.get(address) ?? []))].sort()
}

/** The variable of what the value is left out with; what is chosen by a local value is there in any case. */
const leftIn = ({ left }: BuiltModule, { hcl }: Expression): string | null =>
  hcl.flatMap((piece) =>
    typeof piece === 'string' || !('resource' in piece) ? [] : (left.get(piece.resource) ?? []),
  )[0] ?? null

/** `outputs.tf`: what others ask for, and what is worth knowing; empty where there is nothing. */
export function writeOutputs(built: BuiltModule, wanted: readonly Asking[]): string {
  const { stack, module } = built
  const outputs = new Map<string, Output>()
  for (const { of, known } of wanted) {
    const output = stack.byKey.has(of) ? outputOf(built, of, known) : null
    if (output) outputs.set(output.name, output)
  }
  for (const [partName, told] of OUTPUTS)
    for (const part of stack.parts)
      if (part.name === partName)
        for (const [prefix, what, attribute] of told) {
          const name = outputName(stack, prefix, part.key)
          if (outputs.has(name)) continue
          // One that may exist has its id in any case
          const own = prefix === 'id' && stack.maybe.has(part.key) ? knownOf(module, 'id', part.key) : null
          const [address] = module.addresses.get(part.key) ?? []
          const value = own ?? (address === undefined ? null : codeOf(resource(address), `.${attribute}`))
          if (value === null) continue
          outputs.set(name, { name, description: described(part, what), value })
        }
  const refer = referIn(built)
  return [...outputs.values()]
    .map(({ name, description, value }) =>
      printBlock(
        `output "${name}"`,
        { description, value: valueOnce(waitsIn(built, value), leftIn(built, value), value) },
        refer,
      ).concat('\n'),
    )
    .join('\n')
}
