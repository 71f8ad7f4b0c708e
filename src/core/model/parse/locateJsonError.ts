/** Where and why a text stops being JSON; line and column count from 1. */
export interface JsonError {
  readonly line: number
  readonly column: number
  readonly message: string
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SPACE = /[ \t\n\r]*/y

/**
 * Finds the first place where `text` is not JSON, or null when it is. Engines word their own errors differently and some give no place.
 * Walks with a stack of its own, so that no depth of nesting overflows.
 */
export function locateJsonError(text: string): JsonError | null {
  const open: ('[' | '{')[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found ? found[0] : null
  }
  const fail = (message: string): JsonError => {
    const before = text.slice(0, at).split('\n')
    return { line: before.length, column: before.at(-1)!.length + 1, message }
  }
  const unexpected = (wanted: string) =>
    fail(
      at >= text.length
        ? `the text ends where ${wanted} should follow`
        : `found ${quote(text, at)} where ${wanted} should be`,
    )
  const takeKey = (): JsonError | null => {
    take(SPACE)
    if (take(STRING) === null)
      return text[at] === '"'
        ? fail('a text in quotes does not end, or holds what JSON forbids')
        : unexpected('a key in double quotes')
    take(SPACE)
    if (text[at] !== ':') return unexpected('a colon')
    at++
    return null
  }

  for (;;) {
    take(SPACE)
    const start = text[at]
    if (start === '{' || start === '[') {
      open.push(start)
      at++
      take(SPACE)
      if (text[at] !== (start === '{' ? '}' : ']')) {
        const problem = start === '{' ? takeKey() : null
        if (problem) return problem
        continue
      }
    } else if (start === '"') {
      if (take(STRING) === null) return fail('a text in quotes does not end, or holds what JSON forbids')
    } else if (take(NUMBER) === null && take(WORD) === null) {
      return unexpected('a value')
    }
    // A value has ended: close what it ends, then go on with the next entry.
    for (;;) {
      take(SPACE)
      const inside = open.at(-1)
      if (!inside) return at < text.length ? fail(`found ${quote(text, at)} after the end of the document`) : null
      if (text[at] === (inside === '{' ? '}' : ']')) {
        open.pop()
        at++
        continue
      }
      if (text[at] !== ',') return unexpected(inside === '{' ? 'a comma or }' : 'a comma or ]')
      at++
      const problem = inside === '{' ? takeKey() : null
      if (problem) return problem
      break
    }
  }
}

const quote = (text: string, at: number): string => {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}”` : `character ${character.codePointAt(0)}`
}
