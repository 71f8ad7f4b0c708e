import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { serialiseDesign } from '../../model/index.ts'
import { parseDesign } from '../../model/parse/parseDesign.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../compileTopology.ts'
import { accessOf } from './accessOf.ts'

const catalogue = await loadCatalogue()
const statement = '{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}'

test.each([
  ['10,000 statements', `{"Statement":[${Array(10_000).fill(statement).join(',')}]}`, /^line 1: /],
  ['nested a long way down', `{"Statement":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /^line 1: /],
  ['a key twice', `{"Statement":[{"Effect":"Allow",\n"Effect":"Deny"}]}`, /^line 2: “Effect” stands twice/],
  ['no JSON', '{"Statement":', /^line 1: is not JSON/],
  ['wildcards without end', `{"Statement":[${statement.replace('s3:*', `s3:${'*a'.repeat(20_000)}`)}]}`, /^line 1: /],
])('a policy of an endpoint with %s leaves its construct where it is, and says why', (_, policy, problem) => {
  const design = buildDesign((b) => {
    const vpc = b.vpc()
    b.gatewayEndpoint(vpc, 's3', { id: 'endpoint', policy })
    b.s3Bucket('reports', { id: 'bucket', policy: '{"Statement":[]}' })
  })
  const read = parseDesign(serialiseDesign(design))
  if (!read.ok) throw new Error(JSON.stringify(read))
  expect(Object.keys(read.design.constructs)).toContain('endpoint')
  const { endpoints } = accessOf(compileTopology(read.design, catalogue))
  expect(endpoints.get('endpoint')).toMatchObject({ document: null, problem: expect.stringMatching(problem) })
})
