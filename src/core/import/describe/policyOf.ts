import { asList, asVerbatim, isFields } from '../fields.ts'

/** The text of a policy, letter by letter; some tools print it as JSON itself, and API Gateway with its quotes escaped once more. */
export function policyOf(value: unknown): string | null {
  if (isFields(value)) return JSON.stringify(plainOf(value))
  const text = asVerbatim(value)
  if (typeof text !== 'string' || text.trim() === '') return null
  return /^\{\s*\\"/.test(text) ? text.replaceAll('\\"', '"') : text
}

/** As it stood in the file, all of it read. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return asList(value).map(plainOf)
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainOf(one)]))
  return asVerbatim(value)
}
