/** Values that nobody expects where they stand. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  1.5,
  1e308,
  [],
  {},
  [[]],
  { a: null },
  'x'.repeat(300),
  '\u202eevil\u0000',
  '__proto__',
  'constructor',
  '\ud800',
  '0.0.0.0/0',
  '::/0',
  '999.1.1.1/99',
  ' ',
  '{{resolve:ssm:x}}',
]

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** A text that is nearly the same: one to four wounds to what it says as JSON, or to its letters. */
export function mutateText(text: string, random: Random): string {
  let mutant = text
  for (let wounds = 1 + Math.floor(random() * 4); wounds > 0; wounds--)
    mutant = random() < 0.75 ? mutateValue(mutant, random) : mutateLetters(mutant, random)
  return mutant
}

function mutateValue(text: string, random: Random): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return mutateLetters(text, random) // it is no JSON any more
  }
  const places = placesIn(value)
  if (places.length === 0) return JSON.stringify(pick(random, ODD))
  const { holder, key } = pick(random, places)
  const other = pick(random, places)
  const act = Math.floor(random() * 5)
  if (act === 0) holder[key] = pick(random, ODD)
  else if (act === 1) holder[key] = structuredClone(other.holder[other.key])
  else if (act === 2 && Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (act === 2) delete holder[key]
  else if (act === 3 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
  else if (act === 3) holder[String(pick(random, ODD))] = holder[key]
  else holder[key] = String(holder[key]).slice(0, Math.floor(random() * 20))
  return JSON.stringify(value)
}

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): Place[] {
  const places: Place[] = []
  const open: unknown[] = [value]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue
    for (const [key, inner] of Object.entries(one)) {
      places.push({ holder: one as Place['holder'], key })
      if (typeof inner === 'object' && inner !== null) open.push(inner)
    }
  }
  return places
}

const LETTERS = [
  '',
  ',',
  '"',
  '}',
  ']',
  '{',
  '[',
  '0',
  '-',
  '\\',
  ':',
  'null',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\n',
  '{"a":',
]

function mutateLetters(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1))
  const length = Math.floor(random() * (random() < 0.1 ? text.length : 8))
  if (random() < 0.2) return text.slice(0, at) + text.slice(at, at + length) + text.slice(at)
  return text.slice(0, at) + pick(random, LETTERS) + text.slice(at + length)
}
