import { expect, test } from 'vitest'
import { loadCatalogue } from '../../src/core/aws/index.ts'
import { planExport } from '../../src/core/export/plan/planExport.ts'
import { privateService } from '../../src/core/export/testing/exampleNetworks.ts'
import { importFiles } from '../../src/core/import/index.ts'
import type { Design } from '../../src/core/model/index.ts'
import { shownOf } from './shownOf.ts'

const catalogue = await loadCatalogue()

/** Rules without the ids of their target groups, which are Terraform’s addresses once they are back. */
const rulesOf = (design: Design) =>
  Object.values(design.constructs)
    .flatMap((one) => (one.kind === 'application-load-balancer' ? one.listeners : []))
    .flatMap(({ port, rules = [] }) =>
      rules.map(({ targetGroup, weighted = [], redirect = null, statusCode = null, ...conditions }) => ({
        port,
        ...conditions,
        others: conditions.others.map((text): unknown => JSON.parse(text)),
        forwards: targetGroup !== null,
        weights: weighted.map((one) => [one.weight, one.targetGroup.startsWith('not-imported')]),
        redirect,
        statusCode,
      })),
    )
    .sort((a, b) => a.priority - b.priority)

test.each([['state'], ['plan']] as const)('rules of a listener come back as drawn from a %s', (kind) => {
  const drawn = privateService()
  const files = shownOf(planExport(drawn, catalogue, new Set()).stacks, () => kind === 'state')
  const imported = importFiles(
    files.map(({ path, document }) => ({ path, bytes: new TextEncoder().encode(JSON.stringify(document)) })),
    { catalogue },
  )
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  expect(rulesOf(drawn)).toHaveLength(4)
  expect(rulesOf(imported.design)).toEqual(rulesOf(drawn))
})
