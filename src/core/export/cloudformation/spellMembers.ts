import { isLater, isList, type Later, type Settings, type Value } from '../aws/value.ts'
import { type Varying, variableFor } from '../aws/variableFor.ts'
import type { PartOf } from '../plan/part.ts'
import { partOf, type StackPlan } from '../plan/planExport.ts'
import type { Variable } from '../plan/variables.ts'
import { attributeOf, factTree, followRegion, literal, refTo } from './intrinsics.ts'
import { isObject, isTreeList, type Tree, type TreeObject } from './resource.ts'

/** Variables that a template comes to use, by name. */
export type Used = Map<string, Variable>

/** The settings as they stand in a template. */
export const spellMembers = (stack: StackPlan, members: Settings, used: Used): TreeObject =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, spell(stack, value, used)]],
    ),
  )

function spell(stack: StackPlan, value: Value, used: Used): Tree {
  if (typeof value !== 'object') return value
  if (isLater(value)) return laterTree(stack, value, used)
  return isList(value) ? value.map((item) => spell(stack, item, used)) : spellMembers(stack, value, used)
}

function laterTree(stack: StackPlan, value: Later, used: Used): Tree {
  const follow = (varying: Varying, text: string): Tree => {
    const variable = variableFor(stack, varying)
    if (!variable) return text
    used.set(variable.name, variable)
    return { Ref: variable.name }
  }
  switch (value.later) {
    case 'fact':
      return factTree(stack, value.fact, value.of)
    case 'block': {
      const whole = stack.byKey.has(value.block.from)
        ? ipv6BlockOf(stack, partOf(stack, value.block.from, 'vpc-ipv6'))
        : refTo(stack, value.block.from)
      return value.block.number === null
        ? whole
        : { 'Fn::Select': [value.block.number, { 'Fn::Cidr': [whole, 256, 64] }] }
    }
    case 'region':
      return value.code === stack.regionCode ? { Ref: 'AWS::Region' } : follow(value, value.code)
    case 'regional':
      return followRegion(stack, value.text)
    case 'zone': {
      const isHere = value.zoneName.slice(0, -1) === stack.regionCode
      const letter = isHere ? follow(value, '') : ''
      return letter === '' ? followRegion(stack, value.zoneName) : { 'Fn::Sub': `\${AWS::Region}${inText(letter)}` }
    }
    case 'place':
    case 'name':
      return follow(value, value.text)
    case 'account':
      return value.number === stack.accountId ? { Ref: 'AWS::AccountId' } : follow(value, value.number)
    case 'environment':
      return follow(value, '')
    case 'partition':
      return { Ref: 'AWS::Partition' }
    case 'choice':
      return { Ref: value.choice }
    case 'joined':
      return { 'Fn::Sub': value.pieces.map((piece) => pieceInText(stack, piece, used)).join('') }
  }
}

const pieceInText = (stack: StackPlan, piece: string | Later, used: Used): string =>
  typeof piece === 'string' ? literal(piece) : inText(laterTree(stack, piece, used))

const ipv6BlockOf = (stack: StackPlan, { vpc, number }: PartOf<'vpc-ipv6'>): Tree => ({
  'Fn::Select': [number, attributeOf(stack, vpc, 'Ipv6CidrBlocks')],
})

/** A value as it stands in the text of a Fn::Sub. */
function inText(tree: Tree): string {
  if (typeof tree === 'string') return literal(tree)
  const { Ref: name, 'Fn::GetAtt': attribute } = isObject(tree) ? tree : {}
  if (typeof name === 'string') return `\${${name}}`
  if (isTreeList(attribute)) return `\${${attribute.join('.')}}`
  throw new Error(`No text of a template can hold ${JSON.stringify(tree)}`)
}
