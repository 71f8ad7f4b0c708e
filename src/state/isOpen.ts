import type { AskedParameter } from '../core/import/index.ts'

/** Whether a parameter has no value: nobody gave one, and its template has no default. */
export const isOpen = ({ given, hasDefault }: Pick<AskedParameter, 'given' | 'hasDefault'>): boolean =>
  given === null && !hasDefault
