/** A key that stands twice in one object: JSON parsers keep the last and say nothing. */
export interface RepeatedKey {
  readonly key: string
  readonly line: number
}

/** What of a JSON text its value does not show. */
export interface JsonScan {
  readonly repeated: readonly RepeatedKey[]
  /** How deep objects and lists are nested. */
  readonly depth: number
}

const MOST_REPEATED = 50
const [QUOTE, BACKSLASH, COLON, COMMA, NEWLINE] = ['"', '\\', ':', ',', '\n'].map((one) => one.charCodeAt(0))
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = ['{', '}', '[', ']'].map((one) => one.charCodeAt(0))

/** Looks through a JSON text, whole or not, without making anything of it; what follows on each other counts as one each. */
export function scanJson(text: string): JsonScan {
  const repeated: RepeatedKey[] = []
  /** Keys of the objects that are open; null for a list. */
  const open: (Set<string> | null)[] = []
  let depth = 0
  let line = 1
  /** The last text, which is a key where a colon follows. */
  let from = -1
  let to = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      from = at
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++
      to = at + 1
    } else if (code === COLON && from >= 0) {
      const keys = open.at(-1)
      const key = keys ? keyOf(text.slice(from, to)) : ''
      if (keys?.has(key) && repeated.length < MOST_REPEATED) repeated.push({ key, line })
      keys?.add(key)
      from = -1
    } else if (code === OPEN || code === OPEN_LIST) {
      open.push(code === OPEN ? new Set() : null)
      depth = Math.max(depth, open.length)
      from = -1
    } else if (code === CLOSE || code === CLOSE_LIST) open.pop()
    else if (code === COMMA) from = -1
    else if (code === NEWLINE) line++
  }
  return { repeated, depth }
}

/** As it is meant: `"\u0056pcs"` is `Vpcs`. */
function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    // no JSON text: the parser says so
    return quoted
  }
}
