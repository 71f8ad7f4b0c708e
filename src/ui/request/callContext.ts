import type { ApiCall } from '../../core/model/index.ts'

/** A condition key with one value, as typed; a key with several values has as many rows. */
export interface ContextRow {
  readonly key: string
  readonly value: string
}

/** The condition keys of a call as rows. */
export const rowsOf = (context: ApiCall['context']): readonly ContextRow[] =>
  Object.entries(context).flatMap(([key, value]) =>
    (typeof value === 'object' ? value : [value]).map((one) => ({ key, value: String(one) })),
  )

/** Rows as the condition keys of a call; rows without a key are not there yet. */
export function contextOf(rows: readonly ContextRow[]): ApiCall['context'] {
  const values = new Map<string, string[]>()
  for (const { key, value } of rows) if (key !== '') values.set(key, [...(values.get(key) ?? []), value])
  return Object.fromEntries([...values].map(([key, all]) => [key, all.length === 1 ? all[0]! : all]))
}

/** Whether rows say what a call carries. */
export const isSaidBy = (context: ApiCall['context'], rows: readonly ContextRow[]): boolean =>
  JSON.stringify(rowsOf(context)) === JSON.stringify(rowsOf(contextOf(rows)))
