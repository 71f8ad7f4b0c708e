import { plain } from './fields.ts'
import { type NoteTaker, takeNote } from './report.ts'

const MOST_NAMES = 20
const namesOf = (paths: readonly string[]): string => {
  const more = paths.length - MOST_NAMES
  return `${paths
    .slice(0, MOST_NAMES)
    .map((path) => plain(path, 120))
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Tells of files that were not looked at, going by their names. */
export function tellPassedOver(taker: NoteTaker, paths: readonly string[]): void {
  if (paths.length > 0) takeNote(taker, 'unused', `Not looked at, going by their names: ${namesOf(paths)}`, null)
}
