import { hexOf } from '../../base/hash.ts'

/** A word for part keys from a drawn name, another one for each: what is named so keeps its key wherever it stands among others. */
export function wordOfName(name: string): string {
  const word = name.replace(/[^A-Za-z0-9-]/g, '-')
  return word === name ? word : `${word}-${hexOf(name, 8)}`
}
