import type { ImportPlace, NoteTaker } from './report.ts'

/** Whether something at a place was left out of the design. */
export function skippedPlaces({ notes }: NoteTaker): (place: ImportPlace) => boolean {
  const left = new Set(notes.flatMap(({ kind, place }) => (kind === 'skipped' && place ? keyOf(place) : [])))
  return (place) => left.has(keyOf(place))
}

const keyOf = ({ file, key }: ImportPlace): string => `${file} ${key}`
