/** What cannot stand in a text as it is, or would not be seen by who reads it. `$${` and `%%{` are how HCL writes what would begin an expression. */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is those that are looked for
  /\$+\{|%+\{|["\\\n\r\t]|[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

const WRITTEN: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }

/** A text as it stands between the quotes of an HCL template: nothing in it becomes an expression. Source: HCL native syntax, template literals. */
export const templateText = (text: string): string =>
  writtenAs(text).replace(SPECIAL, (found) => {
    if (!found.endsWith('{')) return WRITTEN[found] ?? unicode(found)
    // Of `$$${` HCL would take the wrong one for the escape
    return `${unicode(found[0]!).repeat(found.length - 2)}${found[0]}${found.slice(-2)}`
  })

/** A text as one HCL value. */
export const quoteHcl = (text: string): string => `"${templateText(text)}"`

/** What Terraform makes of a text: letters and their accents as one, and no half of a pair of code units. */
export const writtenAs = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd').normalize('NFC')

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
