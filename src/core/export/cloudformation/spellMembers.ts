import { isLater, isList, type Later, type Settings, type Value } from '../aws/value.ts'
import { partOf, type StackPlan } from '../plan/planExport.ts'
import { attributeOf, factTree, followRegion, literal } from './intrinsics.ts'
import { isObject, isTreeList, type Tree, type TreeObject } from './resource.ts'

/** The settings as they stand in a template. */
export const spellMembers = (stack: StackPlan, members: Settings): TreeObject =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, spell(stack, value)]])),
  )

function spell(stack: StackPlan, value: Value): Tree {
  if (typeof value !== 'object') return value
  if (isLater(value)) return laterTree(stack, value)
  return isList(value) ? value.map((item) => spell(stack, item)) : spellMembers(stack, value)
}

function laterTree(stack: StackPlan, value: Later): Tree {
  switch (value.later) {
    case 'fact':
      return factTree(stack, value.fact, value.of)
    case 'block': {
      const { vpc, number } = partOf(stack, value.block.from, 'vpc-ipv6')
      const whole = { 'Fn::Select': [number, attributeOf(stack, vpc, 'Ipv6CidrBlocks')] }
      return value.block.number === null
        ? whole
        : { 'Fn::Select': [value.block.number, { 'Fn::Cidr': [whole, 256, 64] }] }
    }
    case 'region':
      return value.code === stack.regionCode ? { Ref: 'AWS::Region' } : value.code
    case 'regional':
      return followRegion(stack, value.text)
    case 'partition':
      return { Ref: 'AWS::Partition' }
    case 'choice':
      return { Ref: value.choice }
    case 'joined':
      return { 'Fn::Sub': value.pieces.map((piece) => inText(stack, piece)).join('') }
  }
}

/** A piece as it stands in the text of a Fn::Sub. */
function inText(stack: StackPlan, piece: string | Later): string {
  if (typeof piece === 'string') return literal(piece)
  const tree = laterTree(stack, piece)
  if (typeof tree === 'string') return literal(tree)
  const { Ref: name, 'Fn::GetAtt': attribute } = isObject(tree) ? tree : {}
  if (typeof name === 'string') return `\${${name}}`
  if (isTreeList(attribute)) return `\${${attribute.join('.')}}`
  throw new Error(`No text of a template can hold ${JSON.stringify(tree)}`)
}
