/** In a pattern: any letters but a slash. */
export const WITHOUT_SLASH = '\u0001'
/** In a pattern: any letters but a colon. */
export const WITHOUT_COLON = '\u0002'
const STOPS: Readonly<Record<string, string>> = { [WITHOUT_SLASH]: '/', [WITHOUT_COLON]: ':' }

/**
 * Whether some text is what both of two patterns stand for: `*` is any letters, `?` is one; the two above may stand in the first. Letters times
 * letters at most, and nothing where they differ before the first wildcard.
 */
export function globsMeet(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && start < b.length && !WILD.has(a[start]!) && !WILD.has(b[start]!)) {
    if (a[start] !== b[start]) return false
    start++
  }
  const [one, two] = [a.slice(start), b.slice(start)]
  // which beginnings of the second can be what a beginning of the first stands for
  let above = [true]
  for (const letter of two) above.push(letter === '*' && above.at(-1)!)
  for (const own of one) {
    const stop = STOPS[own]
    const row = [(own === '*' || stop !== undefined) && above[0]!]
    for (let j = 1; j <= two.length; j++) {
      const other = two[j - 1]!
      if (other === '*' || own === '*') row.push(above[j]! || row[j - 1]!)
      else if (stop !== undefined) row.push(above[j]! || (other !== stop && row[j - 1]!))
      else row.push(above[j - 1]! && (own === other || own === '?' || other === '?'))
    }
    above = row
  }
  return above[two.length]!
}

const WILD: ReadonlySet<string> = new Set(['*', '?', WITHOUT_SLASH, WITHOUT_COLON])
