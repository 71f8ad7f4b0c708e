import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleAccess } from '../describe/testing/exampleAccess.ts'
import { exampleApis } from '../describe/testing/exampleApis.ts'
import { exampleFolder } from '../describe/testing/exampleFolder.ts'
import { OTHER } from '../describe/testing/exampleParts.ts'
import { toldOf, usedSpots, WOUND_NAMES, wounded } from './testing/wounds.ts'

/** Without what a second account sees of the same things: what one record lacks, the other says. */
const FILES = exampleFolder().filter(({ path }) => !path.includes(OTHER))
/** Wounded with the rest of a network. */
const OF_NETWORK = /\/(?:Vpcs|Subnets|NetworkInterfaces)\.json$/
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

test.each([
  ['VPC Lattice and API Gateway say', exampleApis(), 60],
  ['says who may call what', exampleAccess(), 80],
] as const)('nor does any of what %s', patience, (_, files, least) => {
  const clean = toldOf(files)
  const spots = usedSpots(files).filter(({ file }) => !OF_NETWORK.test(files[file]!.path))
  expect(spots.length).toBeGreaterThan(least)
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.constantFrom(...WOUND_NAMES), (spot, name) => {
      const hurt = wounded(files, spot, name)
      const isSilent = hurt !== null && toldOf(hurt) === clean
      expect(isSilent ? `${name} ${files[spot.file]!.path} ${spot.steps.join('.')}` : null).toBeNull()
    }),
    { numRuns: 200, seed: 20_260_829 },
  )
})
