import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../src/core/aws/index.ts'
import { allExamples } from '../../src/core/export/testing/allExamples.ts'
import { goAndReturn } from './goAndReturn.ts'

const catalogue = await loadCatalogue()

/** How many in a hundred answers may be left open; of all others none. */
const MOST_OPEN: Readonly<Record<string, { readonly state?: number; readonly plan?: number }>> = {
  // Amazon’s IPv6 blocks, and so the rules that name them
  everything: { plan: 5 },
  // a state names the VPC of an account that is only planned by the id that it will have
  twoAccounts: { plan: 12 },
}

describe.each([['state'], ['plan']] as const)('a design, exported and shown as a %s, imported again', (kind) => {
  test.each(allExamples)('%s', (name, make) => {
    const { asked, open, contradictions } = goAndReturn(make(), catalogue, { kind, step: 3 })
    expect(contradictions).toEqual([])
    expect(asked).toBeGreaterThan(0)
    const most = ((MOST_OPEN[name]?.[kind] ?? 0) / 100) * asked
    expect(open.length <= most ? [] : open).toEqual([])
  })
})
