import { expect, test } from 'vitest'
import { motoExamples } from '../moto/motoExamples.ts'
import { inEnvironment } from './inEnvironment.ts'

test('in an environment the blocks of the VPCs are others, and with them what lies in them', () => {
  const { drawn, expected } = inEnvironment(motoExamples.peering(), 'dev')
  expect(drawn.constructs).toEqual(motoExamples.peering().constructs)
  expect(drawn.deploy?.environments.map(({ name, blocks }) => [name, blocks])).toEqual([
    ['dev', { left: ['10.64.0.0/16'], right: ['10.65.0.0/16'] }],
  ])
  const text = JSON.stringify(expected.constructs)
  expect(text).toContain('"10.64.1.10"')
  expect(text).toContain('"192.168.0.0/16"')
  expect(text).not.toMatch(/"10\.[01]\./)
})

test('prod lies in another Region, and what has a name of its own there ends in its name', () => {
  const text = JSON.stringify(inEnvironment(motoExamples.named(), 'prod').expected.constructs)
  expect(text).toContain('hopwise-example-of-a-bucket-prod')
  expect(text).toContain('eu-west-1')
  expect(text).not.toContain('us-east-1')
})
