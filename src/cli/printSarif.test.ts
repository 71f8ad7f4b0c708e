import { expect, test } from 'vitest'
import type { Finding } from '../core/checks/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { printSarif } from './printSarif.ts'

const design = buildDesign((b) => {
  b.vpc({ cidrs: ['10.0.0.0/16'], name: 'main' })
})
const finding = (more: Partial<Finding> = {}): Finding => ({
  check: 'subnet-overlap',
  severity: 'error',
  title: 'Subnets overlap',
  at: [{ construct: 'main', path: ['cidrs', 0] }],
  message: 'Two blocks are one.',
  awsError: null,
  learnMore: 'https://docs.aws.amazon.com/vpc/',
  fixes: [],
  ...more,
})
const printed = (findings: readonly Finding[], source = 'my nets/a.json', line: number | null = 7) =>
  JSON.parse(printSarif(design, findings, { source, lineOf: () => line }))

test('a finding is a result of its rule, with file, line and construct', () => {
  expect(printed([finding()])).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hopwise',
            semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
            rules: [
              {
                id: 'subnet-overlap',
                shortDescription: { text: 'Subnets overlap' },
                helpUri: 'https://docs.aws.amazon.com/vpc/',
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'subnet-overlap',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Two blocks are one.' },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'my%20nets/a.json' }, region: { startLine: 7 } },
                logicalLocations: [{ name: 'main', fullyQualifiedName: 'main/cidrs/0', kind: 'resource' }],
              },
            ],
            partialFingerprints: { 'place/v1': 'subnet-overlap/main/cidrs/0' },
          },
        ],
      },
    ],
  })
})
test('further places are related, and what AWS says stands behind', () => {
  const [{ results, tool }] = printed([
    finding({
      severity: 'advice',
      awsError: 'InvalidVpc',
      at: [
        { construct: 'main', path: [] },
        { construct: 'x', path: [] },
      ],
    }),
    finding(),
  ]).runs
  expect(tool.driver.rules).toHaveLength(1)
  expect(results[0].level).toBe('note')
  expect(results[0].message.text).toBe('Two blocks are one. AWS says: InvalidVpc')
  expect(results[0].relatedLocations[0].logicalLocations[0].fullyQualifiedName).toBe('x')
})
test('no line, no region; a full path is a file address; without findings there are no results', () => {
  const [run] = printed([finding()], '/a b/c.json', null).runs
  expect(run.results[0].locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'file:///a%20b/c.json' } })
  expect(printed([]).runs[0].results).toEqual([])
})
