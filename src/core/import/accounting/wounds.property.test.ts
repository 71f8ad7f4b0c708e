import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleApis } from '../describe/testing/exampleApis.ts'
import { exampleFolder } from '../describe/testing/exampleFolder.ts'
import { OTHER } from '../describe/testing/exampleParts.ts'
import { toldOf, usedSpots, WOUND_NAMES, wounded } from './testing/wounds.ts'

/** Without what a second account sees of the same things: what one record lacks, the other says. */
const FILES = exampleFolder().filter(({ path }) => !path.includes(OTHER))
/** Many imports: a busy machine needs longer than the usual time. */
const patience = { timeout: 120_000 }

test('no wound of what is used passes in silence: the design differs, or the report does', patience, () => {
  const clean = toldOf(FILES)
  const spots = usedSpots(FILES)
  expect(spots.length).toBeGreaterThan(700)
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.constantFrom(...WOUND_NAMES), (spot, name) => {
      const files = wounded(FILES, spot, name)
      if (files === null) return
      expect(toldOf(files) === clean ? `${name} ${FILES[spot.file]!.path} ${spot.steps.join('.')}` : null).toBeNull()
    }),
    { numRuns: 150, seed: 20_260_829 },
  )
})

test('nor does any of what VPC Lattice and API Gateway say', patience, () => {
  const files = exampleApis()
  const clean = toldOf(files)
  const spots = usedSpots(files)
  expect(spots.length).toBeGreaterThan(60)
  const silent = spots.flatMap((spot) =>
    WOUND_NAMES.flatMap((name) => {
      const hurt = wounded(files, spot, name)
      return hurt !== null && toldOf(hurt) === clean ? `${name} ${files[spot.file]!.path} ${spot.steps.join('.')}` : []
    }),
  )
  expect(silent).toEqual([])
})
