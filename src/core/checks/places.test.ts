import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { isField } from '../model/testing/isField.ts'
import { designOfCase, readCases } from '../sim/cases/testing/readCases.ts'
import { compileTopology } from '../topology/index.ts'
import { checks } from './checks.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()

/** Places of all findings in a design that no sheet has a field for. */
const strayIn = (design: Design): readonly string[] =>
  runChecks({ design, topology: compileTopology(design, catalogue), catalogue }).flatMap(({ check, at }) =>
    at.flatMap(({ construct, path }) => {
      const kind = design.constructs[construct]?.kind
      return kind === undefined || isField(kind, path) ? [] : [`${check}: ${kind} ${path.join('.')}`]
    }),
  )

it('knows the fields of a kind', () => {
  expect(isField('route-table', ['routes', 3, 'target'])).toBe(true)
  expect(isField('route-table', ['routes', 'target'])).toBe(false)
  expect(isField('route-table', ['routes', 3, 'way'])).toBe(false)
  expect(isField('on-premises-network', ['routes'])).toBe(false)
  expect(isField('on-premises-network', [])).toBe(true)
  expect(isField('security-group', ['ingress', 0, 'peer', 'cidr'])).toBe(true)
  expect(isField('s3-bucket', ['policy', 'Statement', 0, 'Action'])).toBe(true)
  expect(isField('s3-bucket', ['policy', 'Action'])).toBe(false)
})

it('every place of every finding in the examples of all checks is a field of its kind', () => {
  const designs = checks.flatMap(({ examples }) => [examples.bad(), examples.good()])
  expect([...new Set(designs.flatMap(strayIn))]).toEqual([])
})

it('and so it is in all golden cases', () => {
  const cases = readCases()
  const stray = [...cases.keys()].flatMap((file) => strayIn(designOfCase(cases, file)))
  expect([...new Set(stray)]).toEqual([])
}, 120_000)
