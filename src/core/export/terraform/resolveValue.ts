import { isLater, isList, type Later } from '../aws/value.ts'
import { type Varying, variableFor } from '../aws/variableFor.ts'
import type { PartKey } from '../plan/part.ts'
import { partOf, type StackPlan } from '../plan/planExport.ts'
import type { Argument, Arguments, Asking, Attribute, Leaf } from './asked.ts'
import {
  type Body,
  codeOf,
  type Expression,
  isBlocks,
  isExpression,
  isJson,
  resource,
  type Value,
  variable,
} from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import { attributeIn, knownOf, template } from './knownOf.ts'
import type { Module } from './module.ts'
import { CHOICE_VARIABLES } from './variables.ts'

/** The arguments as they stand in a module. */
export const resolveBody = (module: Module, body: Arguments): Body =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, member]) => {
      if (member === undefined) return []
      return [
        [
          name,
          isBlocks<Leaf>(member)
            ? { blocks: member.blocks.map((one) => resolveBody(module, one)) }
            : resolveValue(module, member),
        ],
      ]
    }),
  )

export function resolveValue(module: Module, value: Argument): Value {
  if (typeof value !== 'object' || isExpression(value)) return value
  if (isLater(value)) return resolveLater(module, value)
  if (isList(value)) return value.map((item) => resolveValue(module, item))
  if (isJson<Argument>(value)) return { json: resolveValue(module, value.json) }
  if (isAsking(value)) return knownOf(module, value.known, value.of)
  if (isAttribute(value)) return attributeIn(module, value.of, value.attribute)!
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, resolveValue(module, one)]])),
  )
}

const isAsking = <T>(value: T | Asking): value is Asking =>
  typeof value === 'object' && value !== null && 'known' in value
const isAttribute = <T>(value: T | Attribute): value is Attribute =>
  typeof value === 'object' && value !== null && 'attribute' in value

/** The one place that says what a value comes to that only the making or the place of the deployment tells. */
function resolveLater(module: Module, value: Later): string | Expression {
  const { stack } = module
  switch (value.later) {
    case 'fact':
      return knownOf(module, value.fact, value.of)
    case 'block': {
      const whole = wholeBlock(module, value.block.from)
      return value.block.number === null ? whole : codeOf('cidrsubnet(', ...whole.hcl, `, 8, ${value.block.number})`)
    }
    case 'region':
      return value.code === stack.regionCode ? codeOf(variable('region')) : (varying(stack, value) ?? value.code)
    case 'regional':
      return followRegion(stack, value.text)
    case 'zone': {
      const letter = value.zoneName.slice(0, -1) === stack.regionCode ? varying(stack, value) : null
      return letter ? template(codeOf(variable('region')), letter) : followRegion(stack, value.zoneName)
    }
    case 'place':
    case 'name':
      return varying(stack, value) ?? value.text
    case 'account':
      return value.number === stack.accountId ? codeOf(variable('account_id')) : (varying(stack, value) ?? value.number)
    case 'environment':
      return varying(stack, value) ?? ''
    case 'partition':
      return codeOf(resource('data.aws_partition.current'), '.partition')
    case 'choice':
      return codeOf(variable(CHOICE_VARIABLES[value.choice]))
    case 'joined':
      return template(...value.pieces.map((piece) => (typeof piece === 'string' ? piece : resolveLater(module, piece))))
  }
}

/** The IPv6 block of a VPC; that of one that exists is given. */
function wholeBlock(module: Module, key: PartKey): Expression {
  if (!module.stack.byKey.has(key)) return knownOf(module, 'id', key)
  const { vpc, number } = partOf(module.stack, key, 'vpc-ipv6')
  return attributeIn(module, number === 0 ? vpc : key, 'ipv6_cidr_block') ?? knownOf(module, 'id', key)
}

/** The variable that a value follows; null where it stands as drawn in every environment. */
function varying(stack: StackPlan, value: Varying): Expression | null {
  const found = variableFor(stack, value)
  return found && codeOf(variable(identifierOf(found.name)))
}

/** A text that follows the Region of the module wherever it names the Region it was drawn in. */
export function followRegion({ regionCode: code }: StackPlan, text: string): string | Expression {
  const at = code === '' ? -1 : text.indexOf(code)
  return at < 0 ? text : template(text.slice(0, at), codeOf(variable('region')), text.slice(at + code.length))
}
