import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits } from '../model/applyEdit.ts'
import type { Design } from '../model/index.ts'
import { decide } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { resourceExample } from './parts/resources.ts'
import { findingsIn } from './testing/findingsIn.ts'

const catalogue = await loadCatalogue()
const ask = (design: Design) =>
  decide(compileTopology(design, catalogue), { from: 'app', to: 'db-endpoint', protocol: 'tcp', port: 5432 }).kind

test.each([
  ['resource-gateway-group-closed', resourceExample({ gatewayTo: '10.9.0.0/16' })],
  ['resource-refuses-gateway', resourceExample({ admitted: '10.1.0.0/16' })],
  ['resource-gateway-lacks-zone', resourceExample({ zones: ['us-east-1b'], spare: 'us-east-1a' })],
] as const)('%s keeps a request from its resource, and its fix lets it through', (check, design) => {
  expect(ask(design)).toBe('fails')
  const [finding] = findingsIn(check, design)
  expect(ask(applyEdits(design, finding!.fixes[0]!.edits).design)).toBe('succeeds')
})

test('nothing is found where the request gets there', () => {
  const design = resourceExample({})
  expect(ask(design)).toBe('succeeds')
  for (const check of ['resource-gateway-group-closed', 'resource-refuses-gateway', 'resource-gateway-lacks-zone'])
    expect(findingsIn(check, design)).toEqual([])
})
