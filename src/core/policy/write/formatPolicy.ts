import { applyEdits, type FormattingOptions, format } from 'jsonc-parser'

/** How a policy is laid out. */
export const LAYOUT: FormattingOptions = { tabSize: 2, insertSpaces: true, eol: '\n' }

/** The same policy, an element a line; a text that is no JSON as far as it goes. Nothing but white space changes. */
export const formatPolicy = (text: string): string => applyEdits(text.trim(), format(text.trim(), undefined, LAYOUT))
