import { expect, test } from 'vitest'
import { failStorage } from './failStorage.ts'
import { mutateInputs } from './mutateInputs.ts'
import { SCENARIOS } from './scenarios.ts'

const scenarios = SCENARIOS.slice(0, 1)

test('nothing that is called saved is lost, whichever call of the storage comes to grief', async () => {
  const { runs, saved, problems } = await failStorage({ every: 3, scenarios })
  expect(problems).toEqual([])
  expect(runs).toBeGreaterThan(30)
  expect(saved).toMatchObject({ lost: 0 })
  expect(saved.of).toBeGreaterThan(20)
})

test('a storage that says it is done before it is, is found out', async () => {
  const { problems, saved } = await failStorage({
    every: 50,
    scenarios,
    plant: (storage) => ({ ...storage, write: async () => {} }),
  })
  expect(saved.lost).toBeGreaterThan(0)
  expect(problems.join()).toContain('was called saved')
})

test('a storage that forgets what it was to keep is found out', async () => {
  const { problems } = await failStorage({
    every: 50,
    scenarios,
    plant: (storage) => ({
      ...storage,
      keys: async () => (await storage.keys()).filter((key) => !key.startsWith('log/')),
    }),
  })
  expect(problems.join()).toContain('was called saved')
})

test('inputs with wounds become designs or sentences', async () => {
  const { designs, refusals, problems } = await mutateInputs(60, 3)
  expect(problems).toEqual([])
  expect(Math.min(designs, refusals)).toBeGreaterThan(5)
})
