/** One JSON object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object; an empty one where it is anything else. */
export const asFields = (value: unknown): Fields => (isFields(value) ? value : {})
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a list; empty where it is none. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** The objects of a list. */
export const asRecords = (value: unknown): readonly Fields[] => asList(value).filter(isFields)
/** The texts of a list. */
export const asTexts = (value: unknown): readonly string[] => asList(value).flatMap((one) => asText(one) ?? [])

/** The value as a text that says something; null where there is none. Numbers count: some tools drop the quotes. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The value as a whole number, written as one or as a text. */
export function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** The value as a flag; AWS writes them as booleans, `enable`, `on`, `true` and as `{Value: true}`. */
export function asFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (isFields(value)) return asFlag(value.Value)
  if (typeof value !== 'string') return null
  const word = value.trim().toLowerCase()
  if (['true', 'enable', 'enabled', 'on'].includes(word)) return true
  return ['false', 'disable', 'disabled', 'off'].includes(word) ? false : null
}

/** The member of `words` that the value is, whatever its capitals and separators: `PendingAcceptance` is `pendingAcceptance`. */
export function asWord<const W extends string>(value: unknown, words: readonly W[]): W | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const text = asText(value)
  return text === null ? null : (words.find((word) => plain(word) === plain(text)) ?? null)
}

/** The value of a tag; AWS's own lists use `Tags`, interfaces `TagSet`. */
export function tagOf(record: Fields, key: string): string | null {
  const tags = [...asRecords(record.Tags), ...asRecords(record.TagSet)]
  // Some tools keep them as one object.
  return asText(tags.find((tag) => tag.Key === key)?.Value) ?? asText(asFields(record.Tags)[key])
}

/** Whether a text may be the id of a construct, or name one. */
export const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(text)
/** The value as the id of something else; null where it cannot be one. */
export function asId(value: unknown): string | null {
  const text = asText(value)
  return text !== null && isId(text) ? text : null
}
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
