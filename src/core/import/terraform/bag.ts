import { asFields, asList, isFields } from '../fields.ts'

/** An object of a file, as it stands there. */
export type Bag = Readonly<Record<string, unknown>>

/** The value as an object; an empty one where it is anything else. */
export const bag = (value: unknown): Bag => asFields(value) as unknown as Bag
/** The objects of a list. */
export const bags = (value: unknown): readonly Bag[] => asList(value).filter(isFields) as unknown as readonly Bag[]
/** The value as a text; an empty one where it is anything else. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
