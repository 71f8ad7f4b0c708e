import { ANYTHING, type Context, type Declared, type Intrinsic, NO_VALUE, type Value } from '../evaluate/frame.ts'
import { pseudoParameters } from '../evaluate/pseudoParameters.ts'
import { valueText } from '../evaluate/valueText.ts'
import { isUnknown, unknown } from '../isUnknown.ts'
import type { Referred } from '../resources/resourceType.ts'
import type { Evaluated } from '../stack.ts'
import { asSection, isSection, memberOf } from '../template/section.ts'
import { asArguments } from './decisions.ts'
import { unlessMade } from './transformIn.ts'

/** `Ref` and `Fn::GetAtt`. */
export const references: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, context) => {
    const name = valueText(context.evaluate(argument))
    return isUnknown(name) ? name : refer(name, context)
  },
  // of rules: the values of all parameters of a type. Source: AWS CloudFormation Template Reference, rule functions
  'Fn::RefAll': (argument, context) => {
    const { parameters } = context.frame.template
    const all = Object.keys(parameters).filter((name) => asSection(parameters[name]).Type === argument)
    return all.map((name) => context.frame.parameter(name, context) as Evaluated)
  },
  'Fn::ValueOf': (argument, context) => {
    const [name, attribute] = asArguments(argument)
    const value = context.frame.parameter(String(name), context)
    if (value === undefined) return unknown(`the template has no “${String(name).slice(0, 80)}”`)
    return Array.isArray(value)
      ? (value as readonly Value[]).map((one) => attributeBehind(one, String(attribute), context) as Evaluated)
      : attributeBehind(value, String(attribute), context)
  },
  'Fn::ValueOfAll': (argument, context) => {
    const [type, attribute] = asArguments(argument)
    const all = references['Fn::RefAll']!(type, context) as readonly Value[]
    return all.flat().map((one) => attributeBehind(one as Value, String(attribute), context) as Evaluated)
  },
  'Fn::GetAtt': (argument, context) => {
    const parts = asArguments(argument).map((one) => valueText(context.evaluate(one)))
    const lacking = parts.find(isUnknown)
    return lacking ?? refer(parts.join('.'), context)
  },
}

/** Types whose attributes rules may ask for. Source: AWS CloudFormation Template Reference, rule functions, supported attributes. */
const ASKED_BY_RULES = ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::SecurityGroup']

/** An attribute of what a parameter names, or one of its tags: known where the files make it. */
function attributeBehind(id: Value, attribute: string, context: Context): Value {
  const text = valueText(id)
  if (isUnknown(text)) return text
  const found = ASKED_BY_RULES.flatMap((type) => context.frame.world.resourcesOf(type)).find(
    ({ resource, frame }) => `${frame.prefix}${resource.logicalId}` === text,
  )
  if (!found) return unknown(`${attribute.slice(0, 60)} of “${text.slice(0, 80)}” is in none of the files`)
  const { resource, frame } = found
  if (!attribute.startsWith('Tags.')) return attributeOf(resource, attribute, context.with({ frame }))
  const tags = frame.property(resource, 'Tags', false)
  const tag = Array.isArray(tags)
    ? (tags as readonly Evaluated[]).find((one) => isSection(one) && one.Key === attribute.slice('Tags.'.length))
    : undefined
  if (isUnknown(tags)) return tags
  return isSection(tag) ? (tag.Value as Evaluated) : unknown(`${text} has no tag ${attribute.slice(5, 60)}`)
}

/** What `Ref` gives for a name, and `Fn::GetAtt` for one with an attribute behind a point. */
export function refer(name: string, context: Context): Value {
  const { frame } = context
  const pseudo = Object.hasOwn(pseudoParameters, name) ? pseudoParameters[name] : undefined
  if (pseudo) return context.wild && name === 'AWS::StackName' ? ANYTHING : pseudo(frame)
  const parameter = frame.parameter(name, context)
  if (parameter !== undefined) return context.wild ? ANYTHING : parameter
  const point = name.indexOf('.')
  const [logicalId, attribute] = point < 0 ? [name, null] : [name.slice(0, point), name.slice(point + 1)]
  const resource = frame.resource(logicalId)
  if (!resource) return unknown(`the template has no “${name.slice(0, 80)}”${unlessMade(frame.template, 'parameters')}`)
  if (frame.isThere(resource) === false) return unknown(`${logicalId} is not there, its condition being false`)
  return attribute === null ? idOf(resource, context) : attributeOf(resource, attribute, context)
}

/** Types whose ids and attributes their own code makes up. */
const MADE_UP = /^(?:Custom::|AWS::CloudFormation::(?:CustomResource|Macro|WaitCondition)$)/

function idOf(resource: Declared, context: Context): Value {
  const { frame, physical } = context
  const { logicalId, type } = resource
  if (physical && Object.hasOwn(frame.ids, logicalId)) return frame.ids[logicalId]!
  if (MADE_UP.test(type)) return unknown(`what ${logicalId} gives is known when it is deployed`)
  const ref = rowOf(context, type)?.ref
  return ref ? once(resource, 'Ref', context, ref) : `${frame.prefix}${logicalId}`
}

function attributeOf(resource: Declared, attribute: string, context: Context): Value {
  const { logicalId, type } = resource
  if (attribute.startsWith('Outputs.')) {
    const inner = context.frame.nested(resource)
    return inner
      ? outputOf(attribute.slice('Outputs.'.length), context.with({ frame: inner }))
      : unknown(
          `the template of the nested stack ${logicalId} is not among the files`,
          `${logicalId}.${attribute} of a template that is not among the files`,
        )
  }
  const attributes = rowOf(context, type)?.attributes
  const read = attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
  return read
    ? once(resource, attribute, context, read)
    : unknown(`${logicalId}.${attribute.slice(0, 60)} is known when it is deployed`)
}

/** What a row of the table says of a resource. */
function once(resource: Declared, what: string, context: Context, read: (resource: Referred) => Value): Value {
  const { frame, physical } = context
  const { logicalId } = resource
  const key = `${frame.key} ${physical} ${logicalId}.${what}`
  return frame.world.once(key, `${logicalId}.${what}`, () => read(referredOf(resource, context)))
}

function referredOf(resource: Declared, context: Context): Referred {
  const { frame, physical } = context
  const { logicalId } = resource
  const awsId = Object.hasOwn(frame.ids, logicalId) ? frame.ids[logicalId] : undefined
  return {
    id: physical && awsId !== undefined ? awsId : `${frame.prefix}${logicalId}`,
    awsId,
    account: frame.resourceAccounts[logicalId] ?? frame.account,
    region: frame.region,
    property(name) {
      const value = frame.property(resource, name, physical)
      return value === NO_VALUE ? null : value
    },
    others: (type) =>
      frame.world.resourcesOf(type).map((one) => referredOf(one.resource, context.with({ frame: one.frame }))),
  }
}

const rowOf = ({ frame }: Context, type: string) =>
  Object.hasOwn(frame.world.types, type) ? frame.world.types[type] : undefined

/** An output of a stack. */
export function outputOf(name: string, context: Context): Value {
  const { frame } = context
  const output = memberOf(frame.outputs(), name)
  if (!isSection(output)) return unknown(`${frame.template.file} has no output “${name.slice(0, 80)}”`)
  const { Value: node, Condition } = output
  if (typeof Condition === 'string' && frame.condition(Condition) === false)
    return unknown(`the output ${name} is not there, its condition being false`)
  return frame.world.once(`${frame.key} ${context.physical} output ${name}`, name, () => context.evaluate(node))
}
