/** The text of a policy, letter by letter; some tools print it as JSON itself, and API Gateway with its quotes escaped once more. */
export function policyOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  if (typeof value !== 'string' || value.trim() === '') return null
  return /^\{\s*\\"/.test(value) ? value.replaceAll('\\"', '"') : value
}
