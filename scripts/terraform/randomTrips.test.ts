import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../src/core/aws/index.ts'
import { drawDesign } from '../../src/core/sim/oracle/drawDesign.ts'
import { asExported } from './asExported.ts'
import { goAndReturn, type Trip } from './goAndReturn.ts'

const catalogue = await loadCatalogue()
/** ROUND_TRIP_DESIGNS=500 for more than the short form. */
const DESIGNS = Number(process.env.ROUND_TRIP_DESIGNS ?? 6)

const trip = (seed: number, how: Trip) => goAndReturn(asExported(drawDesign(seed)), catalogue, how)
const seeds = fc.integer({ min: 1, max: 1_000_000 })

test(
  'any design comes back of a state and of a plan with the same answers, or leaves them open',
  () => {
    let asked = 0
    let open = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const [state, plan] = (['state', 'plan'] as const).map((kind) => trip(seed, { kind, step: 3 }))
        expect([...state!.contradictions, ...plan!.contradictions]).toEqual([])
        asked += state!.asked
        open += state!.open.length
      }),
      { numRuns: DESIGNS },
    )
    expect(asked).toBeGreaterThan(DESIGNS * 20)
    expect(open).toBeLessThan(asked / 10)
  },
  60_000 + DESIGNS * 10_000,
)

/** Types without which answers have to change. */
test.each(['aws_route', 'aws_vpc_security_group_ingress_rule', 'aws_network_acl_rule', 'aws_route_table_association'])(
  'an import that overlooks %s is found out',
  (without) => {
    let found = 0
    for (let seed = 1; seed < 30 && found === 0; seed++)
      found = trip(seed, { kind: 'plan', step: 5, without }).contradictions.length
    expect(found).toBeGreaterThan(0)
  },
  60_000,
)
