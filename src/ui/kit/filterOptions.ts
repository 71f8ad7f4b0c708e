interface Searchable {
  readonly value: string
  readonly label?: string
  readonly hint?: string
}

/** What of an option is searched, in small letters. */
interface Words {
  readonly name: string
  readonly value: string
  readonly all: string
}

// A list is searched with every letter that is typed, and may be thousands long.
const memory = new WeakMap<readonly Searchable[], readonly Words[]>()
const readWords = (options: readonly Searchable[]) =>
  options.map(({ value, label, hint }): Words => {
    const name = (label ?? value).toLowerCase()
    return { name, value: value.toLowerCase(), all: `${value} ${name} ${hint ?? ''}`.toLowerCase() }
  })

/** The options that hold every word of the text: those that are it first, then those that begin with it as with a word, with its letters, that have it as a word, and the rest; those by their name before those by what else names them. */
export function filterOptions<T extends Searchable>(options: readonly T[], text: string): readonly T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  const whole = words.join(' ')
  const ranks: T[][] = Array.from({ length: 12 }, () => [])
  const known = memory.get(options) ?? readWords(options)
  memory.set(options, known)
  for (let at = 0; at < options.length; at++) {
    const { name, value, all } = known[at]!
    if (!words.every((word) => all.includes(word))) continue
    const [byName, byValue] = [rankOf(name, whole), rankOf(value, whole)]
    ranks[byName <= byValue ? 2 * byName : 2 * byValue + 1]!.push(options[at]!)
  }
  return ranks.flat()
}

/** What parts words from each other in a name. */
const isBetween = (letter: string | undefined): boolean => letter === undefined || ' ./'.includes(letter)

function rankOf(text: string, whole: string): number {
  let at = text.indexOf(whole)
  if (at < 0) return 5
  if (text.length === whole.length) return 0
  if (at === 0) return isBetween(text[whole.length]) ? 1 : 2
  for (; at >= 0; at = text.indexOf(whole, at + 1))
    if (isBetween(text[at - 1]) && isBetween(text[at + whole.length])) return 3
  return 4
}
