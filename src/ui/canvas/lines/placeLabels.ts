import { type Box, type Point, rightOf } from '../../../core/layout/index.ts'

/** Where on a line its word stands: so far along that stroke. */
export interface LabelPlace {
  readonly stroke: number
  readonly share: number
}
/** A line with a word on it. */
export interface Labelled {
  readonly corners: readonly Point[]
  readonly label: string
}

const LETTER = 5.8
const HEIGHT = 14
const SHARES = [0.5, 0.3, 0.7, 0.15, 0.85]

/** Finds each word a place where it covers no other word, and best nothing of `leaves`; null where it would only lie over others. */
export function placeLabels(lines: readonly Labelled[], leaves: readonly Box[]): readonly (LabelPlace | null)[] {
  const taken: Box[] = []
  return lines.map((line) => {
    const places = placesOn(line)
    const free = places.filter(({ box }) => !taken.some((one) => covers(one, box)))
    const chosen = free.find(({ box }) => !leaves.some((one) => covers(one, box))) ?? free[0]
    if (!chosen) return null
    taken.push(chosen.box)
    return chosen.place
  })
}

/** The places on a line, those on long strokes and in their middle first. */
function placesOn({ corners, label }: Labelled) {
  const width = label.length * LETTER + 6
  const strokes = corners.slice(1).map((end, i) => ({ stroke: i + 1, start: corners[i]!, end }))
  const length = ({ start, end }: (typeof strokes)[number]) => Math.abs(end.x - start.x) + Math.abs(end.y - start.y)
  strokes.sort((a, b) => length(b) - length(a))
  return strokes.flatMap(({ stroke, start, end }) =>
    SHARES.map((share) => {
      const x = start.x + (end.x - start.x) * share - width / 2
      const y = start.y + (end.y - start.y) * share - HEIGHT / 2
      return { place: { stroke, share }, box: { x, y, width, height: HEIGHT } }
    }),
  )
}

const covers = (a: Box, b: Box): boolean =>
  a.x < rightOf(b) && b.x < rightOf(a) && a.y < b.y + b.height && b.y < a.y + a.height
