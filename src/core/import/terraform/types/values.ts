import { unknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import type { Block, Given, Seen } from './terraformType.ts'

/** Terraform writes an empty text where nothing is said. */
export const filled = (value: Block[string]): Block[string] => (value === '' ? undefined : value)
/** The items of a list; one that is not known is one that is not. */
export const listed = (value: Block[string]): readonly Given[string][] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Given[string][]) : [value]

/** Each once: what stands in a resource and beside it a state lists twice. */
export const unique = (list: readonly Given[]): readonly Given[] => [
  ...new Map(list.map((one) => [JSON.stringify(one), one] as const)).values(),
]

/** Stands for an attribute that has to be there, and that nobody is seen to write. */
export const untold = ({ instance }: Seen, attribute: string): Evaluated =>
  unknown(`${attribute} of ${instance.address} is known only after the apply`)
