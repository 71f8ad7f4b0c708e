/** A text as one word of a shell command, on one line: bare where nothing in it means anything to the shell, in single quotes elsewhere. */
export function quoteShell(text: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(text)) return text
  return text.includes('\n')
    ? `$'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`
    : `'${text.replaceAll("'", `'\\''`)}'`
}
