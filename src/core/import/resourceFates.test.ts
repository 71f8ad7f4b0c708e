import { expect, test } from 'vitest'
import { importFiles, importStepwise } from './importFiles.ts'
import type { ImportReport } from './report.ts'
import { fateLines, fatesByType, openByReason } from './resourceFates.ts'

const given = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })

const TEMPLATE = `
Parameters: {Block: {Type: String}}
Conditions: {Never: !Equals [a, b]}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Other: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
  Gone: {Type: AWS::EC2::VPC, Condition: Never, Properties: {CidrBlock: 10.2.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
  Queue: {Type: AWS::SQS::Queue}
  Strange: {Type: AWS::EC2::SomethingNew}
  Loose: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {InternetGatewayId: !Ref Gateway}}
`

function resourcesOf(...files: Parameters<typeof importFiles>[0]): NonNullable<ImportReport['resources']> {
  const result = importFiles(files)
  if (!result.ok) throw new Error(String(result.refusal))
  return result.report!.resources!
}

test('every resource has a fate, in the order of the template', () => {
  const resources = resourcesOf(given('a.yaml', TEMPLATE))
  expect(Object.fromEntries(resources.map(({ id, fate }) => [id, fate]))).toEqual({
    Vpc: 'construct',
    Other: 'construct',
    Gone: 'off',
    Gateway: 'construct',
    Attached: 'part',
    Queue: 'construct',
    Strange: 'unread',
    Loose: 'left',
  })
  expect(resources.map(({ place }) => place.line)).toEqual([5, 6, 7, 8, 9, 10, 11, 12])
  expect(fatesByType(resources, 'construct').map(({ type, resources: same }) => [type, same.length])).toEqual([
    ['AWS::EC2::VPC', 2],
    ['AWS::EC2::InternetGateway', 1],
    ['AWS::SQS::Queue', 1],
  ])
})

test('what could not be worked out is listed by its reason, with its place', () => {
  const resources = resourcesOf(given('a.yaml', TEMPLATE))
  expect(openByReason(resources)).toEqual([
    {
      reason: 'the parameter Block has no value',
      values: [{ name: 'Other.CidrBlock', place: { file: 'a.yaml', key: 'Other', index: null, line: 6 } }],
    },
  ])
  expect(fateLines(resources)).toContain('- Other.CidrBlock: the parameter Block has no value (a.yaml, line 6)')
})

test('a template that two stacks nest has its resources twice, under the ids that they have', () => {
  const main = `
Resources:
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./net.yaml}}
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./net.yaml}}
  C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./lost.yaml}}
`
  const net = 'Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}}'
  const resources = resourcesOf(given('n/main.yaml', main), given('n/net.yaml', net))
  expect(Object.fromEntries(resources.map(({ id, fate }) => [id, fate]))).toEqual({
    A: 'part',
    B: 'part',
    C: 'unread',
    'A.Vpc': 'construct',
    'B.Vpc': 'construct',
  })
})

test('an import goes in steps, a file each, and comes to the same', () => {
  const files = [given('n/a.yaml', TEMPLATE), given('n/b.txt', 'x')]
  const steps = importStepwise(files)
  const progress: number[] = []
  let step = steps.next()
  while (!step.done) {
    progress.push(step.value.done / step.value.total)
    step = steps.next()
  }
  expect(progress).toHaveLength(3)
  expect([progress[0], progress[2]]).toEqual([0, 0.5])
  expect(step.value).toEqual(importFiles(files))
})

test('what nothing fits is said to be unrecognised; what is known and cannot be read is not', () => {
  expect(importFiles([given('x', 'Dear all')])).toMatchObject({ ok: false, isUnrecognised: true })
  expect(importFiles([given('x', '#!/bin/sh')])).not.toHaveProperty('isUnrecognised')
  expect(importFiles([given('x', '{"format": "hopwise"}')])).not.toHaveProperty('isUnrecognised')
})
