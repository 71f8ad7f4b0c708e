/** A text as one word of a shell command: bare where nothing in it means anything to the shell, in single quotes elsewhere. */
export const quoteShell = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
