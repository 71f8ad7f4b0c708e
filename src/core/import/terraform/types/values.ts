import type { Block, Given } from './terraformType.ts'

/** Terraform writes an empty text where nothing is said. */
export const filled = (value: Block[string]): Block[string] => (value === '' ? undefined : value)
/** The items of a list; one that is not known is one that is not. */
export const listed = (value: Block[string]): readonly Given[string][] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Given[string][]) : [value]

/** Each once: what stands in a resource and beside it a state lists twice. */
export const unique = (list: readonly Given[]): readonly Given[] => [
  ...new Map(list.map((one) => [JSON.stringify(one), one] as const)).values(),
]
