import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/design.ts'
import { exportDesign } from '../index.ts'
import { planExport } from '../plan/planExport.ts'
import { allExamples } from '../testing/allExamples.ts'
import type { ExportFormat } from '../types.ts'
import { ACTION_FACTS } from './actionFacts.ts'
import { ACTIONS } from './actions.ts'
import { isKnown } from './arnsOf.ts'
import { neededActions } from './neededActions.ts'
import { MOST_CHARACTERS, type Policy, type Statement, sizeOf } from './packStatements.ts'

const catalogue = await loadCatalogue()
const FORMATS: readonly ExportFormat[] = ['cloudformation', 'terraform', 'cli']
const policiesOf = (design: Design, format: ExportFormat): readonly (readonly [path: string, policy: Policy])[] =>
  exportDesign(design, catalogue, format)
    .files.filter(({ path }) => /^permissions.*\.json$/.test(path))
    .map(({ path, text }) => [path, JSON.parse(text)])

test('every action of the tables is one that IAM knows', () => {
  expect(ACTION_FACTS.source).toMatch(/Service Authorization Reference/)
  const all = new Set([...Object.values(ACTIONS).flat(), ...neededActions([])])
  expect([...all].filter((action) => !isKnown(action))).toEqual([])
})

describe.each(allExamples)('%s', (_, make) => {
  test.each(FORMATS)('as %s it gives policies that IAM takes', (format) => {
    for (const [path, policy] of policiesOf(make(), format)) {
      expect(Object.keys(policy)).toEqual(['Version', 'Statement'])
      expect(sizeOf(policy), path).toBeLessThanOrEqual(MOST_CHARACTERS)
      const sids = policy.Statement.map(({ Sid }) => Sid)
      expect(new Set(sids).size).toBe(sids.length)
      expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([])
      for (const { Action, Resource, Condition = {} } of policy.Statement) {
        expect(Action.length).toBeGreaterThan(0)
        expect(
          Resource.filter((one) => !/^(\*|arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9*-]*:(\d{12}|\*)?:[^${}\s]+)$/.test(one)),
        ).toEqual([])
        expect(Object.keys(Condition).filter((one) => !/^(ForAnyValue:)?StringEquals$/.test(one))).toEqual([])
        for (const keys of Object.values(Condition))
          for (const values of Object.values(keys)) expect(values.length).toBeGreaterThan(0)
      }
    }
  })
  test.each(FORMATS)('as %s they hold every action that is needed', (format) => {
    const design = make()
    const allowed = new Set(
      policiesOf(design, format).flatMap(([, { Statement }]) => Statement.flatMap(({ Action }) => Action)),
    )
    const { stacks } = planExport(design, catalogue, new Set())
    expect(neededActions(stacks).filter((action) => !allowed.has(action) && !action.startsWith('ssm:'))).toEqual([])
  })
})

interface Request {
  readonly action: string
  readonly resource: string
  readonly context: Readonly<Record<string, string>>
}
/** As IAM reads a statement that allows, as far as these use it. */
function allows(statement: Statement, { action, resource, context }: Request): boolean {
  const like = (pattern: string, text: string) =>
    new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text)
  return (
    statement.Action.includes(action) &&
    statement.Resource.some((pattern) => like(pattern, resource)) &&
    Object.values(statement.Condition ?? {}).every((keys) =>
      Object.entries(keys).every(([key, values]) => values.includes(context[key] ?? '')),
    )
  )
}
const may = (design: Design, format: ExportFormat, request: Request): boolean =>
  policiesOf(design, format).some(([, { Statement }]) => Statement.some((one) => allows(one, request)))

describe('what is allowed', () => {
  const [, make] = allExamples.find(([, one]) => {
    const { stacks } = planExport(one(), catalogue, new Set())
    return stacks.length === 1 && stacks[0]!.parts.some(({ name }) => name === 'interface-endpoint')
  })!
  const design = { ...make(), deployment: 'shop' }
  const { regionCode, accountId } = planExport(design, catalogue, new Set()).stacks[0]!
  const vpc = `arn:aws:ec2:${regionCode}:${accountId}:vpc/vpc-0123`
  const here = { 'aws:RequestedRegion': regionCode }
  const own = { 'aws:ResourceTag/hopwise:design': 'shop' }
  const request = (action: string, resource: string, context: Request['context']): Request => ({
    action,
    resource,
    context,
  })

  test('the scripts delete what carries the tag of the deployment, in its Region', () => {
    expect(may(design, 'cli', request('ec2:DeleteVpc', vpc, { ...here, ...own }))).toBe(true)
    expect(may(design, 'cli', request('ec2:DeleteVpc', vpc, here))).toBe(false)
    expect(
      may(design, 'cli', request('ec2:DeleteVpc', vpc, { ...here, 'aws:ResourceTag/hopwise:design': 'other' })),
    ).toBe(false)
    expect(may(design, 'cli', request('ec2:DeleteVpc', vpc, { ...own, 'aws:RequestedRegion': 'eu-north-1' }))).toBe(
      false,
    )
  })
  test('what they make has to ask for the tag', () => {
    expect(
      may(design, 'cli', request('ec2:CreateVpc', vpc, { ...here, 'aws:RequestTag/hopwise:design': 'shop' })),
    ).toBe(true)
    expect(may(design, 'cli', request('ec2:CreateVpc', vpc, here))).toBe(false)
    const tagging = { ...here, 'ec2:CreateAction': 'CreateVpc' }
    expect(may(design, 'cli', request('ec2:CreateTags', vpc, tagging))).toBe(true)
    expect(may(design, 'cli', request('ec2:CreateTags', vpc, here))).toBe(false)
  })
  test('nothing is changed beside the stacks of the deployment', () => {
    expect(may(design, 'cloudformation', request('ec2:DeleteVpc', vpc, { ...here, ...own }))).toBe(false)
    const via = { ...here, 'aws:CalledVia': 'cloudformation.amazonaws.com' }
    expect(may(design, 'cloudformation', request('ec2:DeleteVpc', vpc, via))).toBe(true)
    const stack = (name: string) => `arn:aws:cloudformation:${regionCode}:${accountId}:stack/${name}/1`
    expect(may(design, 'cloudformation', request('cloudformation:DeleteStack', stack('shop'), here))).toBe(true)
    expect(may(design, 'cloudformation', request('cloudformation:DeleteStack', stack('shopping'), here))).toBe(false)
  })
  test('what exists is changed without the tag that it lacks', () => {
    const { id } = Object.values(design.constructs).find(({ kind }) => kind === 'vpc')!
    const adopting: Design = {
      ...design,
      deploy: { networkOnly: false, naming: '{name}', tags: {}, environments: [], existing: { [id]: 'vpc-0123' } },
    }
    const making = (resource: string, context: Request['context']) =>
      request('ec2:CreateSubnet', resource, { ...here, ...context })
    expect(may(adopting, 'cli', making(vpc, {}))).toBe(true)
    expect(may(design, 'cli', making(vpc, {}))).toBe(false)
  })
})
