import { asRecords, peekText } from '../../fields.ts'
import type { Entry } from '../../records.ts'

/** Records of a key that are from one account and Region. */
type RecordsOf = (key: string) => readonly Entry[]

/** Whether a call is needed, going by the records of the same account and Region. */
export type Condition = (recordsOf: RecordsOf) => boolean

/** There are records of one of the keys. */
export const any =
  (...keys: readonly string[]): Condition =>
  (recordsOf) =>
    keys.some((key) => recordsOf(key).length > 0)

/** One of the conditions holds. */
export const either =
  (...conditions: readonly Condition[]): Condition =>
  (recordsOf) =>
    conditions.some((condition) => condition(recordsOf))

/** A route has an id that starts so in that member. */
export const routesTo =
  (member: string, start: string): Condition =>
  (recordsOf) =>
    recordsOf('RouteTables').some(({ value }) =>
      asRecords(value.Routes).some((route) => peekText(route[member])?.startsWith(start) ?? false),
    )

/** AWS describes an interface so. */
export const interfacesLike =
  (description: RegExp): Condition =>
  (recordsOf) =>
    recordsOf('NetworkInterfaces').some(({ value }) => description.test(peekText(value.Description) ?? ''))
