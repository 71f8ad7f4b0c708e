/**
 * A text as an expression of PowerShell: in single quotes, where nothing but a quote means anything. Typographic quotes end a text as
 * straight ones do, so each is doubled. Characters that do not print are said by their numbers.
 * Source: PowerShell language specification, 2.3.5.2 (verbatim strings) and 2.2 (single-quote characters).
 */
export function quotePowerShell(text: string): string {
  const pieces = text.split(/((?:[^\P{C}]|\p{Zl}|\p{Zp})+)/u).filter((piece) => piece !== '')
  if (pieces.length === 0) return "''"
  const printed = pieces.map((piece) =>
    /[^\P{C}]|\p{Zl}|\p{Zp}/u.test(piece) ? numbersOf(piece) : `'${doubled(piece)}'`,
  )
  if (printed.length === 1 && printed[0]!.startsWith("'")) return printed[0]!
  return `(${printed[0]!.startsWith("'") ? '' : "'' + "}${printed.join(' + ')})`
}

const doubled = (text: string): string => text.replace(/['‘’‚‛]/g, '$&$&')
const numbersOf = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => `[char]${text.charCodeAt(index)}`).join(' + ')
