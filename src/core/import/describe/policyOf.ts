import { isLeaf, nodesOf, tell } from '../ledger.ts'

/**
 * The text of a policy, letter by letter; some tools print it as JSON itself, IAM’s own API with its letters escaped as in a URL, and API Gateway with
 * its quotes escaped once more.
 */
export function policyOf(value: unknown): string | null {
  const [node] = nodesOf(value)
  const text: unknown = isLeaf(value) ? value.raw : (node ?? value)
  const policy = textOf(text)
  tellAll(value, policy === null ? 'not understood' : 'understood')
  return policy
}

function textOf(text: unknown): string | null {
  if (typeof text === 'object' && text !== null) return JSON.stringify(text)
  if (typeof text !== 'string' || text.trim() === '') return null
  if (/^\s*%(?:7B|0A|20)/i.test(text)) return fromUrl(text)
  return /^\{\s*\\"/.test(text) ? text.replaceAll('\\"', '"') : text
}

function fromUrl(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // half of an escape: its reader says what is wrong with it
    return text
  }
}

/** A policy that is printed as JSON is kept with all that is in it. */
function tellAll(value: unknown, reading: 'understood' | 'not understood'): void {
  tell(value, reading)
  if (typeof value === 'object' && value !== null && !isLeaf(value))
    for (const inner of Object.values(value)) tellAll(inner, reading)
}
