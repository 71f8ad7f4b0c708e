import { isUnknown, unknown } from '../isUnknown.ts'
import { asSection, memberOf, type Section } from '../template/section.ts'
import type { Frame, Value } from './frame.ts'
import { valueText } from './valueText.ts'

/** A parameter as a template declares it. */
export interface DeclaredParameter {
  readonly type: string
  readonly description: string
  /** null = there is none. */
  readonly default: string | null
  /** Empty = any. */
  readonly allowed: readonly string[]
  readonly isSecret: boolean
}

/** Reads a declaration; what it does not say is as AWS has it. */
export function declaredParameter(declaration: unknown): DeclaredParameter {
  const section: Section = asSection(declaration)
  const text = (name: string): string | null => {
    const value = memberOf(section, name)
    return value === undefined ? null : textOf(value)
  }
  const allowed = memberOf(section, 'AllowedValues')
  return {
    type: text('Type') ?? 'String',
    description: text('Description') ?? '',
    default: text('Default'),
    allowed: Array.isArray(allowed) ? allowed.map(textOf) : [],
    isSecret: text('NoEcho') === 'true',
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',')
  return typeof value === 'object' ? '' : String(value)
}

const STORED = /^AWS::SSM::Parameter::Value<(.+)>$/

/** A parameter's value as its type has it: lists are taken apart at commas, and names of the Parameter Store looked up. Source: AWS CloudFormation user guide, parameters. */
export function readParameter(type: string, value: Value, frame: Frame): Value {
  if (isUnknown(value)) return value
  const stored = STORED.exec(type)
  if (stored) {
    const name = valueText(value)
    if (isUnknown(name)) return name
    return readParameter(
      stored[1]!,
      frame.world.stored(name, frame) ?? unknown(`it is in the Parameter Store, as ${name}`),
      frame,
    )
  }
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return valueText(value)
  // a list that another stack hands over, some items of it unknown
  if (Array.isArray(value)) return value
  const text = valueText(value)
  return isUnknown(text) ? text : text.split(',').map((item) => item.trim())
}
