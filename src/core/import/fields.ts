import { type Fields, isLeaf, isSaid, type Reading, tell } from './ledger.ts'

export type { Fields, Value } from './ledger.ts'

/** An object, be it of a file or as readers see it. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLeaf(value)
/** The value as an object; an empty one where it is anything else. */
export function asFields(value: unknown): Fields {
  if (isFields(value)) return value
  if (isLeaf(value) || Array.isArray(value)) tell(value, 'not understood')
  return {}
}

/** The value as a list; empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    tell(value, 'understood')
    return value
  }
  tell(value, 'not understood')
  return []
}
/** The objects of a list. */
export const asRecords = (value: unknown): readonly Fields[] =>
  asList(value).filter((one): one is Fields => {
    if (isFields(one)) return true
    tell(one, 'not understood')
    return false
  })
/** The texts of a list. */
export const asTexts = (value: unknown): readonly string[] => asList(value).flatMap((one) => asText(one) ?? [])

/** Reads a value by `read`, and notes whether it could be read. */
function readWith<T>(value: unknown, read: (raw: unknown) => T | null): T | null {
  const raw = isLeaf(value) ? value.raw : value
  const found = read(raw)
  const reading: Reading =
    found !== null
      ? 'understood'
      : isLeaf(value) && !isSaid(typeof raw === 'string' ? raw.trim() : raw)
        ? 'empty'
        : 'not understood'
  tell(value, reading)
  return found
}

function textOf(raw: unknown): string | null {
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw)
  return typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null
}
/** The value as a text that says something; null where there is none. Numbers count: some tools drop the quotes. */
export const asText = (value: unknown): string | null => readWith(value, textOf)

/** The same, without that it counts as read. */
export const peekText = (value: unknown): string | null => textOf(isLeaf(value) ? value.raw : value)

/** Reads a text that has to look like this. */
const asLike = (value: unknown, pattern: RegExp): string | null =>
  readWith(value, (raw) => {
    const text = textOf(raw)
    return text !== null && pattern.test(text) ? text : null
  })
/** The value as a host name, perhaps with a wildcard in front; null where it is none. */
export const asHost = (value: unknown): string | null => asLike(value, /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/i)
/** The value as a block of addresses; null where it does not look like one. */
export const asBlock = (value: unknown): string | null => asLike(value, /^[\da-f.:]+\/\d{1,3}$/i)
/** The value as the number of an account; null where it is none. */
export const asAccount = (value: unknown): string | null => asLike(value, /^\d{12}$/)

/** The value as the code of a Region; null where it is none. */
export const asRegion = (value: unknown): string | null => asLike(value, /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/)

/** The value as a whole number, written as one or as a text. */
export const asNumber = (value: unknown): number | null =>
  readWith(value, (raw) => {
    const number = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw.trim()) ? Number(raw) : raw
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
  })

/** The value as a flag; AWS writes them as booleans, `enable`, `on`, `true` and as `{Value: true}`. */
export function asFlag(value: unknown): boolean | null {
  if (isFields(value)) return asFlag(value.Value)
  return readWith(value, (raw) => {
    if (typeof raw === 'boolean') return raw
    const word = typeof raw === 'string' ? raw.trim().toLowerCase() : ''
    if (['true', 'enable', 'enabled', 'on'].includes(word)) return true
    return ['false', 'disable', 'disabled', 'off'].includes(word) ? false : null
  })
}

/** The member of `words` that the value is, whatever its capitals and separators: `PendingAcceptance` is `pendingAcceptance`. */
export function asWord<const W extends string>(value: unknown, words: readonly W[]): W | null {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return readWith(value, (raw) => {
    const text = textOf(raw)
    return text === null ? null : (words.find((word) => bare(word) === bare(text)) ?? null)
  })
}

/** The value of a tag; AWS's own lists use `Tags`, interfaces `TagSet`. */
export function tagOf(record: Fields, key: string): string | null {
  // Some tools keep them as one object.
  if (isFields(record.Tags)) return asText(record.Tags[key])
  const tags = [record.Tags, record.TagSet].flatMap(asRecords)
  return asText(tags.find((tag) => asText(tag.Key) === key)?.Value)
}

/** Whether a text may be the id of a construct, or name one. */
export const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(text)
/** The value as the id of something else; null where it cannot be one. */
export const asId = (value: unknown): string | null =>
  readWith(value, (raw) => {
    const text = textOf(raw)
    return text !== null && isId(text) ? text : null
  })
/** The ids of a list. */
export const asIds = (value: unknown): string[] => asList(value).flatMap((one) => asId(one) ?? [])

/** A text without the characters that no file of ours may hold, at most `most` long. */
export const plain = (text: string, most: number): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .slice(0, most)
    // not half a letter
    .replace(/[\ud800-\udbff]$/, '')

/** An id made of any text: what ids may not hold becomes a dash. */
export const idFrom = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 128) || 'unnamed'

/** The last part of an ARN or a path: `arn:…:vpc/vpc-1` is `vpc-1`. */
export const lastPart = (text: string): string => text.split(/[/:]/).findLast((part) => part !== '') ?? ''
