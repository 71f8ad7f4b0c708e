import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import { type Settled, settle } from './settle.ts'
import { addBlocker, addGap } from './tell.ts'
import { createWalk, pickWay, type Walk } from './walk.ts'

const topology = compileTopology(
  buildDesign(() => {}),
  await loadCatalogue(),
)
const start = () => createWalk(topology, null, null)

/** What becomes of a fork that picks these ways, in order. */
type Outcome = (picks: readonly number[]) => 'works' | 'fails' | 'unknown'
/** A walk with so many choices of so many ways each, the doubtful ones given as negative. */
const choosing =
  (outcome: Outcome, ...choices: readonly number[]) =>
  (fork: Walk): void => {
    const picked = choices.map((options) => pickWay(fork, Math.abs(options), options > 0).at)
    const end = outcome(picked)
    if (end === 'fails') addBlocker(fork, 'PORT_CLOSED', null)
    if (end === 'unknown') addGap(fork, 'NOT_MODELLED', null)
  }
const at = (settled: Settled | null) => settled && [settled.fate, settled.picks.map((one) => one.at)]

it('tries every way, and shows the first where all fare alike', () => {
  const seen: string[] = []
  const all: Outcome = (picks) => {
    seen.push(picks.join(''))
    return 'works'
  }
  expect(at(settle(start(), choosing(all, 2, 3)))).toEqual(['succeeds', [0, 0]])
  expect(seen.sort()).toEqual(['00', '01', '02', '10', '11', '12'])
})

it('shows the one that fails where others work, and marks the choice on which it hangs', () => {
  const settled = settle(
    start(),
    choosing(([, second]) => (second === 1 ? 'fails' : 'works'), 2, 2),
  )
  expect(at(settled)).toEqual(['partly', [0, 1]])
  expect(settled!.picks.map(({ mixed }) => mixed)).toEqual([false, true])
  expect(settled!.works!.map((one) => one.at)).toEqual([0, 0])
})

it('cannot tell where the outcome hangs on a choice that nobody knows, and only there', () => {
  const second: Outcome = ([one]) => (one === 1 ? 'fails' : 'works')
  const doubtful = settle(start(), choosing(second, -2))
  expect(at(doubtful)).toEqual(['unknown', [1]])
  expect(doubtful!.picks[0]).toMatchObject({ doubt: true })
  expect(doubtful!.works).toBeNull()
  expect(
    at(
      settle(
        start(),
        choosing(() => 'fails', -2),
      ),
    ),
  ).toEqual(['fails', [0]])
  // whatever is chosen, some of the flows work and some do not
  const some = settle(
    start(),
    choosing(([, two]) => (two === 1 ? 'fails' : 'works'), -2, 2),
  )
  expect(at(some)).toEqual(['partly', [0, 1]])
})

it('lets what is not known of one way keep the whole from being told', () => {
  expect(
    at(
      settle(
        start(),
        choosing(([one]) => (one === 1 ? 'unknown' : 'works'), 2),
      ),
    ),
  ).toEqual(['unknown', [1]])
})

it('gives up when all trials are used', () => {
  const walk = start()
  walk.trials.left = 2
  expect(
    settle(
      walk,
      choosing(() => 'works', 3),
    ),
  ).toBeNull()
})
