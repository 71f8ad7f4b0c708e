/** What a template may hold: plain data, intrinsic functions as objects in their long form. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** Functions that read better in their short form, with what stands behind the tag. */
const SHORT: Readonly<Record<string, (value: Plain) => string | null>> = {
  Ref: (value) => (typeof value === 'string' ? value : null),
  'Fn::Sub': (value) => (typeof value === 'string' ? value : null),
  'Fn::GetAtt': (value) => (Array.isArray(value) ? value.join('.') : typeof value === 'string' ? value : null),
}

/** A value on one line of YAML. */
export function writeFlow(value: Plain): string {
  const short = writeShort(value)
  if (short !== null) return short
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`
  if (isMap(value)) {
    const members = Object.entries(value).map(([key, one]) => `${writeScalar(key)}: ${writeFlow(one)}`)
    return `{${members.join(', ')}}`
  }
  return writeScalar(value as string | number | boolean | null)
}

function writeShort(value: Plain): string | null {
  if (!isMap(value)) return null
  const [only, ...others] = Object.entries(value)
  const text = only && others.length === 0 && Object.hasOwn(SHORT, only[0]) ? SHORT[only[0]]!(only[1]) : null
  return text === null ? null : `${only![0].replace(/^(?:Fn::)?/, '!')} ${writeScalar(text)}`
}

/** The lines of a value that takes several, without their indentation; null for one that fits on a line. */
export function writeLines(value: Plain): readonly string[] | null {
  if (writeShort(value) !== null) return null
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((one) => {
      const [first, ...rest] = writeLines(one) ?? [writeFlow(one)]
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
    })
  if (isMap(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, one]) => writeMember(key, one))
  return null
}

/** The lines of a member of a map. */
export function writeMember(key: string, value: Plain): readonly string[] {
  const lines = writeLines(value)
  return lines === null
    ? [`${writeScalar(key)}: ${writeFlow(value)}`]
    : [`${writeScalar(key)}:`, ...lines.map((line) => `  ${line}`)]
}

/** Words and figures that YAML 1.1 takes for something else than a text. */
const NO_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[\d._,:]*(?:e[-+]?\d+)?|0x[\da-f]+|\d{4}-\d\d?-\d\d?.*|[-+]?\.(?:inf|nan)|<<|=)$/i
const BARE = /^[A-Za-z0-9/_.][\w./+@-]*(?::{1,2}[\w./+@-]+)*$/

/** A scalar as YAML: bare where nothing can mistake it, else in double quotes, or in the quotes that it had. */
export function writeScalar(value: string | number | boolean | null, quotes: '' | "'" | '"' = ''): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what has no form in single quotes
  if (quotes === "'" && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value))
    return `'${value.replaceAll("'", "''")}'`
  return quotes === '' && BARE.test(value) && !NO_TEXT.test(value) ? value : JSON.stringify(value)
}

export const isMap = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
