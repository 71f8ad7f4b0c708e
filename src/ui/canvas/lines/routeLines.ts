import type { Box } from '../../../core/layout/index.ts'
import type { Design } from '../../../core/model/index.ts'
import { type Terrain, withLine } from './lineCost.ts'
import { cornersOf, type LineShape } from './lineShape.ts'
import { type Labelled, type LabelPlace, placeLabels } from './placeLabels.ts'
import { routeLine } from './routeLine.ts'
import { searchWay } from './searchWay.ts'
import { terrainOf } from './terrainOf.ts'

/** The two boxes that a line joins. */
export type Ends = readonly [from: Box, to: Box]

/** The shapes of lines in this drawing: each goes round what is drawn, and beside those before it where it would lie over them. */
export function routeLines(design: Design, lines: readonly Ends[]): readonly LineShape[] {
  let terrain: Terrain = terrainOf(design)
  return lines.map(([from, to]) => {
    const shape = routeLine(from, to, terrain, searchWay)
    terrain = withLine(terrain, cornersOf(from, to, shape))
    return shape
  })
}

/** Places for the words of lines in this drawing. */
export const placeWords = (design: Design, lines: readonly Labelled[]): readonly (LabelPlace | null)[] =>
  placeLabels(lines, terrainOf(design).leaves)
