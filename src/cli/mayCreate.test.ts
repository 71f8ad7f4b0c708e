import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serialiseDesign } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { policyCommand } from './commands/policy.ts'

const arn = (what: string) => `arn:aws:ec2:us-east-1:111122223333:${what}`
const PARTS = ['vpc/*', 'security-group/*', 'subnet/*', 'route-table/*'].map(arn)
const Action = 'ec2:CreateVpcEndpoint'
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Parts', Effect: 'Allow', Action, Resource: PARTS },
    {
      Sid: 'Amazon',
      Effect: 'Allow',
      Action,
      Resource: arn('vpc-endpoint/*'),
      Condition: { StringEquals: { 'ec2:VpceServiceOwner': 'amazon' } },
    },
    {
      Sid: 'NotSecrets',
      Effect: 'Deny',
      Action,
      Resource: arn('vpc-endpoint/*'),
      Condition: { StringEquals: { 'ec2:VpceServiceName': 'com.amazonaws.us-east-1.secretsmanager' } },
    },
  ],
})

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
  file = join(folder, 'net.hopwise.json')
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '111122223333' })
    b.vpc({ id: 'vpc-0a1b2c3d' })
    b.subnet('vpc-0a1b2c3d', { id: 'subnet-0a1b2c3d', cidr: '10.0.1.0/24' })
    b.securityGroup('vpc-0a1b2c3d', { id: 'sg-0a1b2c3d' })
    const on = { subnets: ['subnet-0a1b2c3d'], securityGroups: ['sg-0a1b2c3d'], privateDns: false }
    b.gatewayEndpoint('vpc-0a1b2c3d', 's3', { id: 's3' })
    b.interfaceEndpoint('vpc-0a1b2c3d', 'secretsmanager', { id: 'secrets', ...on })
    b.iamRole('maker', { policies: [{ name: 'own', document }] })
  })
  await writeFile(file, serialiseDesign(design))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(values: Record<string, string | boolean>, source: readonly string[] = [file]) {
  const lines: string[] = []
  const code = await policyCommand.run({ positionals: ['may-create', ...source], values }, (line) => lines.push(line))
  return { code, lines }
}

test('every endpoint, each resource, and the statement that denies', async () => {
  expect(await run({ role: 'maker', all: true })).toEqual({
    code: 1,
    lines: [
      'allowed: s3',
      '  allowed: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a1b2c3d (vpc-0a1b2c3d): identity[own:Parts]',
      '  allowed: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:vpc-endpoint/*: identity[own:Amazon]',
      'denied: secrets',
      '  allowed: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0a1b2c3d (vpc-0a1b2c3d): identity[own:Parts]',
      expect.stringMatching(
        /^ {2}denied: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:vpc-endpoint\/\* \(explicit-deny, by identity\): identity\[own:NotSecrets\], .*maker/,
      ),
      '  allowed: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0a1b2c3d (subnet-0a1b2c3d): identity[own:Parts]',
      '  allowed: ec2:CreateVpcEndpoint on arn:aws:ec2:us-east-1:111122223333:security-group/sg-0a1b2c3d (sg-0a1b2c3d): identity[own:Parts]',
    ],
  })
})

test('one of them, in JSON', async () => {
  const { code, lines } = await run({ role: 'arn:aws:iam::111122223333:role/maker', construct: 's3', json: true })
  expect(code).toBe(0)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      construct: 's3',
      kind: 'gateway-endpoint',
      principal: 'arn:aws:iam::111122223333:role/maker',
      verdict: 'allowed',
      problem: null,
      asked: [
        { type: 'vpc', construct: 'vpc-0a1b2c3d' },
        { type: 'vpc-endpoint', construct: null, unknown: [] },
      ],
    },
  ])
})

test.each([
  [{}, /--role is missing/],
  [{ role: 'nobody' }, /no role and no user of the design is called “nobody”/],
  [{ role: 'maker', construct: 'vpc-0a1b2c3d' }, /no endpoint and no endpoint service is called “vpc-0a1b2c3d”/],
  [{ role: 'maker', construct: 's3', all: true }, /give one of the two/],
  [{ role: 'maker', context: 'aws:SourceIp' }, /--context aws:SourceIp: write KEY=VALUE/],
])('bad input is told: %j', async (values, message) => {
  await expect(run(values)).rejects.toThrow(message)
})

test('without a source', async () => {
  await expect(run({ role: 'maker' }, [])).rejects.toThrow('SOURCE is missing')
})
