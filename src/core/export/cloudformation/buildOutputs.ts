import type { Part, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { attributeOf, refTo } from './intrinsics.ts'
import type { Tree, TreeObject } from './resource.ts'

/** CloudFormation's limit. */
export const MOST_OUTPUTS = 200

type Output = readonly [suffix: string, what: string, value: (part: Part, stack: StackPlan) => Tree]
const id: Output = ['Id', 'Id', (part, stack) => refTo(stack, part.key)]
const joined =
  (attribute: string) =>
  (part: Part, stack: StackPlan): Tree => ({ 'Fn::Join': [',', attributeOf(stack, part.key, attribute)] })

/** What is worth knowing afterwards, most useful first; what goes beyond the limit is left out from the end. */
const OUTPUTS: readonly (readonly [PartName, readonly Output[]])[] = [
  [
    'interface-endpoint',
    [
      id,
      ['DnsEntries', 'DNS names (hosted zone:name), the regional one first,', joined('DnsEntries')],
      ['NetworkInterfaces', 'Network interfaces', joined('NetworkInterfaceIds')],
    ],
  ],
  ['gateway-endpoint', [id]],
  ['vpc', [id]],
  ['nat-address', [['Ip', 'Public address', (part, stack) => refTo(stack, part.key)]]],
  ['instance', [id, ['PrivateIp', 'Private address', (part, stack) => attributeOf(stack, part.key, 'PrivateIp')]]],
  ['client-address', [['Ip', 'Public address', (part, stack) => refTo(stack, part.key)]]],
  ['lambda-function', [['Name', 'Name', (part, stack) => refTo(stack, part.key)]]],
  ['subnet', [id]],
  ['security-group', [['Id', 'Id', (part, stack) => attributeOf(stack, part.key, 'GroupId')]]],
]

/** The outputs of a template. */
export function buildOutputs(stack: StackPlan): TreeObject {
  const outputs = new Map<string, TreeObject>()
  for (const [name, wanted] of OUTPUTS)
    for (const part of stack.parts.filter((one) => one.name === name))
      for (const [suffix, what, value] of wanted) {
        const output = `${nameOf(stack, part.key)}${suffix}`
        if (outputs.size < MOST_OUTPUTS && !outputs.has(output))
          outputs.set(output, { Description: `${what} of ${part.construct.id}`, Value: value(part, stack) })
      }
  return Object.fromEntries(outputs)
}
