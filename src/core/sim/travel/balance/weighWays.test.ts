import { expect, it } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { buildDesign } from '../../../model/testing/designBuilder.ts'
import { compileTopology } from '../../../topology/index.ts'
import { addBlocker, addGap } from '../tell.ts'
import { createWalk, type Walk } from '../walk.ts'
import { weighWays } from './weighWays.ts'

const topology = compileTopology(
  buildDesign(() => {}),
  await loadCatalogue(),
)

type Way = 'works' | 'breaks' | 'breaks for some ports' | 'is not known'
/** What a way comes to, written into the fork as a walk would. */
function attempt(fork: Walk, way: Way): void {
  if (way === 'breaks') addBlocker(fork, 'PORT_CLOSED', null)
  if (way === 'breaks for some ports') addBlocker(fork, 'SUBNET_ACL_RESTRICTION', null, 0.5)
  if (way === 'is not known') addGap(fork, 'NOT_MODELLED', null)
}
const weigh = (sure: readonly Way[], maybe: readonly Way[] = [], walk = createWalk(topology, null, null)) =>
  weighWays(walk, sure, maybe, attempt)

it('shows the first where all fare alike', () => {
  expect(weigh(['works', 'works'])).toEqual({ shown: 'works', mixed: false, doubt: null, picks: [] })
  expect(weigh(['breaks'], ['breaks'])).toEqual({ shown: 'breaks', mixed: false, doubt: null, picks: [] })
})

it('shows one that fails where some work, and says that it is a part', () => {
  expect(weigh(['works', 'breaks', 'works'])).toEqual({ shown: 'breaks', mixed: true, doubt: null, picks: [] })
  expect(weigh(['works', 'breaks for some ports'])).toMatchObject({ shown: 'breaks for some ports', mixed: true })
})

it('lets what is not known of one way keep the whole from being told', () => {
  expect(weigh(['works', 'is not known'])).toEqual({ shown: 'is not known', mixed: false, doubt: null, picks: [] })
  expect(weigh(['breaks', 'is not known'])).toEqual({ shown: 'is not known', mixed: false, doubt: null, picks: [] })
})

it('is in doubt where the outcome hangs on ways that are perhaps not taken, and only there', () => {
  expect(weigh(['works'], ['breaks'])).toEqual({ shown: 'breaks', mixed: true, doubt: 'breaks', picks: [] })
  expect(weigh(['breaks'], ['works'])).toEqual({ shown: 'breaks', mixed: true, doubt: 'works', picks: [] })
  expect(weigh([], ['works', 'breaks'])).toMatchObject({ mixed: true, doubt: expect.anything() })
  expect(weigh(['works', 'breaks'], ['breaks'])).toMatchObject({ mixed: true, doubt: null })
  expect(weigh([], ['works', 'works'])).toMatchObject({ mixed: false, doubt: null })
})

it('asks nobody twice: one way is no choice, and what stood in the way before says nothing of it', () => {
  const walk = createWalk(topology, null, null)
  addBlocker(walk, 'PORT_CLOSED', null)
  const { left } = walk.trials
  expect(weigh(['works'], [], walk)).toEqual({ shown: 'works', mixed: false, doubt: null, picks: [] })
  expect(walk.trials.left).toBe(left)
  expect(weigh(['works', 'works'], [], walk)).toEqual({ shown: 'works', mixed: false, doubt: null, picks: [] })
  expect(walk.told.blockers).toHaveLength(1)
})

it('gives up when all trials are used', () => {
  const walk = createWalk(topology, null, null)
  walk.trials.left = 1
  expect(weigh(['works', 'works'], [], walk)).toBeNull()
})
