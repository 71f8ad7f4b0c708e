const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])
const FLAGS: Readonly<Record<string, boolean>> = Object.fromEntries(
  [
    ['yes', 'no'],
    ['true', 'false'],
    ['on', 'off'],
  ].flatMap((pair) =>
    pair.flatMap((word, index) =>
      [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].map((one) => [one, index === 0]),
    ),
  ),
)
/** Longer ones are numbers of accounts, which people write without quotes. */
const OCTAL = /^0[0-7]{1,10}$/
const HEXADECIMAL = /^0x[\da-f]{1,12}$/i

/**
 * A text without quotes as YAML 1.1 reads it, which CloudFormation does. Dates stay texts, and numbers whose digits would not come back: `1.10`,
 * `012345678901`. Source: yaml.org/type (null, bool, int); AWS CloudFormation user guide, template formats.
 */
export function readScalar(source: string): string | number | boolean | null {
  if (NULLS.has(source)) return null
  if (Object.hasOwn(FLAGS, source)) return FLAGS[source]!
  if (OCTAL.test(source)) return Number.parseInt(source, 8)
  if (HEXADECIMAL.test(source)) return Number.parseInt(source, 16)
  return /^-?\d/.test(source) && String(Number(source)) === source ? Number(source) : source
}
