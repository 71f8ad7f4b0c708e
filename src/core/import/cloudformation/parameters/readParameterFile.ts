import { asSection, isSection, type Section } from '../template/section.ts'

/** Values of parameters by their names. */
export type ParameterValues = Readonly<Record<string, string>>

/**
 * What a file says of parameters, in the forms that tools have: a list of `ParameterKey` and `ParameterValue` (AWS CLI), `{"Parameters": {…}}`
 * (CodePipeline), or `{"Name": "value"}`. null where it is none of them.
 */
export function readParameterFile(value: unknown): ParameterValues | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isSection) ? fromList(value) : null
  const { Parameters } = asSection(value)
  if (isSection(Parameters)) return fromNames(Parameters)
  if (Array.isArray(Parameters)) return readParameterFile(Parameters)
  return isSection(value) ? fromNames(value) : null
}

function fromList(list: readonly Section[]): ParameterValues | null {
  const values: [string, string][] = []
  for (const { ParameterKey, ParameterValue } of list) {
    const text = textOf(ParameterValue)
    if (typeof ParameterKey !== 'string') return null
    // `UsePreviousValue` says that a stack has one, and not which
    if (text !== null) values.push([ParameterKey, text])
  }
  return Object.fromEntries(values)
}

function fromNames(section: Section): ParameterValues | null {
  const values = Object.entries(section).map(([name, value]) => [name, textOf(value)] as const)
  return values.length > 0 && values.every((pair): pair is [string, string] => pair[1] !== null)
    ? Object.fromEntries(values)
    : null
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.every((one) => textOf(one) !== null) ? value.join(',') : null
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
}
