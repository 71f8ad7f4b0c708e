import { hexOf } from './hash.ts'
import { compareText } from './order.ts'

/** A hash of plain data, the order of members left aside, to tell whether it was changed; no protection from anybody. */
export const hashTree = (tree: unknown): string => hexOf(JSON.stringify(tree, sorted), 16)

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
    : value
