import type { Path } from './openText.ts'
import type { Plain } from './writeValue.ts'

/** One change of a template. */
export type TextChange =
  /** Puts a value there; what leads there and is not there yet is made. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain }
  /** Adds an item at the end of the list there. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'remove'; readonly path: Path }
