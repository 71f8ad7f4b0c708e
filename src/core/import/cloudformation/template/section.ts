/** An object of a template: what it names, as it is written there. */
export type Section = Readonly<Record<string, unknown>>

export const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as an object; an empty one where it is anything else. */
export const asSection = (value: unknown): Section => (isSection(value) ? value : {})

/** A member of an object; names such as `constructor` are nothing special. */
export const memberOf = (section: Section, name: string): unknown =>
  Object.hasOwn(section, name) ? section[name] : undefined
