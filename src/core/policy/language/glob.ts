/** One character, whichever it is, in a glob. A noncharacter: it stands in no text that AWS keeps. */
export const ANY_ONE = '\uffff'
/** Any characters, none included, in a glob. */
export const ANY_MANY = '\ufffe'
const WILD = /[\uffff\ufffe]/
const ALL_WILD = /[\uffff\ufffe]/g

/** A text in which `*` and `?` are wildcards, as a glob. */
export const globOf = (text: string): string => literal(text).replaceAll('*', ANY_MANY).replaceAll('?', ANY_ONE)
/** A text that stands for itself, as a glob. */
export const literal = (text: string): string => (WILD.test(text) ? text.replace(ALL_WILD, '\ufffd') : text)
/** Whether it stands for more than itself. */
export const isWild = (glob: string): boolean => WILD.test(glob)

export type Matcher = (text: string) => boolean

/**
 * Whether a text is what a glob stands for. Between two `ANY_MANY` the first place that fits is as good as any later one, so nothing is tried
 * twice: at most letters of the text times letters of the glob, however the wildcards stand.
 */
export function matcherOf(glob: string): Matcher {
  if (!isWild(glob)) return (text) => text === glob
  if (glob === ANY_MANY) return () => true
  const pieces = glob.split(ANY_MANY)
  const first = pieces[0]!
  if (pieces.length === 1) return (text) => text.length === first.length && fitsAt(text, 0, first)
  const last = pieces.at(-1)!
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '')
  const least = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (middle.length === 0 && !glob.includes(ANY_ONE))
    return (text) => text.length >= least && text.startsWith(first) && text.endsWith(last)
  return (text) => {
    if (text.length < least || !fitsAt(text, 0, first) || !fitsAt(text, text.length - last.length, last)) return false
    let at = first.length
    const end = text.length - last.length
    for (const piece of middle) {
      const found = find(text, piece, at, end)
      if (found < 0) return false
      at = found + piece.length
    }
    return at <= end
  }
}

function fitsAt(text: string, at: number, piece: string): boolean {
  if (!piece.includes(ANY_ONE)) return text.startsWith(piece, at)
  for (let i = 0; i < piece.length; i++) if (piece[i] !== ANY_ONE && piece[i] !== text[at + i]) return false
  return true
}

function find(text: string, piece: string, from: number, end: number): number {
  if (!piece.includes(ANY_ONE)) {
    const at = text.indexOf(piece, from)
    return at >= 0 && at + piece.length <= end ? at : -1
  }
  for (let at = from; at + piece.length <= end; at++) if (fitsAt(text, at, piece)) return at
  return -1
}
