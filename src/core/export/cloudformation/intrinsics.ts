import type { BlockValue, PartKey } from '../plan/part.ts'
import { nameOf, partOf, type StackPlan } from '../plan/planExport.ts'
import type { Tree } from './resource.ts'

/** Id of the resource made of the part, or value of the parameter that stands for it. */
export const refTo = (stack: StackPlan, key: PartKey): Tree => ({ Ref: nameOf(stack, key) })
/** An attribute of the resource made of the part; of one that another stack makes, the value that its parameter gives. */
export const attributeOf = (stack: StackPlan, key: PartKey, attribute: string): Tree =>
  stack.imports.has(key) ? refTo(stack, key) : { 'Fn::GetAtt': [nameOf(stack, key), attribute] }

/** Id of a security group, drawn or AWS's own of the VPC. */
export function groupId(stack: StackPlan, key: PartKey): Tree {
  const part = stack.byKey.get(key)
  return part?.name === 'default-group'
    ? attributeOf(stack, part.vpc, 'DefaultSecurityGroup')
    : attributeOf(stack, key, 'GroupId')
}

/** Id of a prefix list: a resource, or a parameter where AWS keeps the list. */
export const listId = (stack: StackPlan, key: PartKey): Tree =>
  stack.managedLists.has(key) ? refTo(stack, key) : attributeOf(stack, key, 'PrefixListId')

/** A text that follows the Region of the stack wherever it names the Region it was drawn in. */
export function followRegion(stack: StackPlan, text: string): Tree {
  const code = stack.regionCode
  const at = code === '' ? -1 : text.indexOf(code)
  if (at < 0) return text
  const literal = (part: string) => part.replaceAll('${', '${!')
  return { 'Fn::Sub': `${literal(text.slice(0, at))}\${AWS::Region}${literal(text.slice(at + code.length))}` }
}

/** A CIDR text, or the part of the VPC's IPv6 block that stands for it. */
export function blockTree(stack: StackPlan, block: BlockValue): Tree {
  if ('text' in block) return block.text
  const { vpc, number } = partOf(stack, block.from, 'vpc-ipv6')
  const whole = { 'Fn::Select': [number, attributeOf(stack, vpc, 'Ipv6CidrBlocks')] }
  return block.number === null ? whole : { 'Fn::Select': [block.number, { 'Fn::Cidr': [whole, 256, 64] }] }
}
