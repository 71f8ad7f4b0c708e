import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { constructAt } from '../../../model/containment.ts'
import type { ApiCall } from '../../../model/design.ts'
import { buildDesign, type DesignBuilder } from '../../../model/testing/designBuilder.ts'
import { compileTopology } from '../../../topology/index.ts'
import { findIdentity, mayCreate } from './mayCreate.ts'

const catalogue = await loadCatalogue()
const ACTION = 'ec2:CreateVpcEndpoint'
const anything = { Effect: 'Allow', Action: '*', Resource: '*' }
const arn = (what: string) => `arn:aws:ec2:us-east-1:111122223333:${what}`

interface Asked {
  readonly draw: (b: DesignBuilder) => string
  readonly statements: readonly object[]
  readonly tags?: Record<string, string>
  readonly context?: ApiCall['context']
  readonly vpc?: object
}

/** What comes of it when a role with these statements makes what `draw` places. */
function ask({ draw, statements, tags = {}, context, vpc = { awsId: 'vpc-0a1b2c3d' } }: Asked) {
  let made = ''
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '111122223333' })
    b.vpc({ id: 'vpc', ...vpc })
    b.subnet('vpc', { id: 'subnet-0a1b2c3d', cidr: '10.0.1.0/24' })
    b.securityGroup('vpc', { id: 'sg-0a1b2c3d' })
    b.iamRole('maker', {
      tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
      policies: [{ name: 'own', document: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
    })
    made = draw(b)
  })
  const topology = compileTopology(design, catalogue)
  const role = findIdentity(topology, 'maker')
  if (typeof role === 'string') throw new Error(role)
  return mayCreate(topology, role, constructAt(design, made)!, context)
}
const verdictOf = (asked: Asked) => ask(asked).verdict
const sqs =
  (given: object = {}) =>
  (b: DesignBuilder) =>
    b.interfaceEndpoint('vpc', 'sqs', {
      subnets: ['subnet-0a1b2c3d'],
      securityGroups: ['sg-0a1b2c3d'],
      privateDns: false,
      ...given,
    })

test('each resource is asked about, with its own keys', () => {
  const { verdict, answers } = ask({ draw: sqs(), statements: [anything] })
  expect(verdict).toBe('allowed')
  expect(answers.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
    `${ACTION} ${arn('vpc/vpc-0a1b2c3d')}`,
    `${ACTION} ${arn('vpc-endpoint/*')}`,
    `${ACTION} ${arn('subnet/subnet-0a1b2c3d')}`,
    `${ACTION} ${arn('security-group/sg-0a1b2c3d')}`,
  ])
})

test('the one that is not allowed is named, and the statement that denies it', () => {
  const Deny = { Sid: 'NotThere', Effect: 'Deny', Action: ACTION, Resource: arn('subnet/subnet-0a1b2c3d') }
  const { verdict, answers } = ask({ draw: sqs(), statements: [anything, Deny] })
  expect(verdict).toBe('denied')
  expect(answers.filter((one) => one.verdict === 'denied')).toMatchObject([
    {
      type: 'subnet',
      construct: 'subnet-0a1b2c3d',
      statements: ['identity[own:NotThere]'],
      at: { construct: 'maker', path: ['policies', 0, 'document', 'Statement', 1] },
    },
  ])
})

describe('ids that nobody has said', () => {
  const other = (Resource: string) => [anything, { Effect: 'Deny', Action: ACTION, Resource }]
  test.each([
    ['no policy tells them apart', arn('vpc/*-none'), 'allowed'],
    ['one names an id', arn('vpc/vpc-0fedcba987654321f'), 'cannot-tell'],
    ['one names some', arn('vpc/vpc-0f*'), 'cannot-tell'],
    ['one names all', arn('vpc/vpc-*'), 'denied'],
    ['one names another sort', arn('vpc-endpoint/vpce-0fedcba987654321f'), 'allowed'],
  ])('%s', (_, resource, verdict) => {
    expect(verdictOf({ draw: sqs(), statements: other(resource), vpc: {} })).toBe(verdict)
  })

  test('what hangs on them is named', () => {
    const { answers } = ask({ draw: sqs(), statements: other(arn('vpc/vpc-0f*')), vpc: { name: 'shop' } })
    expect(answers[0]!.doubt).toBe('the id of “shop” (AWS’s own)')
  })

  test('the condition goes with the ARN', () => {
    const only = { StringEquals: { 'ec2:VpcID': 'vpc-0fedcba987654321f' } }
    const Deny = { Effect: 'Deny', Action: ACTION, Resource: arn('vpc/vpc-0fedcba987654321f') }
    const contradiction = { ...Deny, Condition: { StringNotEquals: only.StringEquals } }
    expect(verdictOf({ draw: sqs(), statements: [anything, contradiction], vpc: {} })).toBe('allowed')
  })
})

describe('keys that nobody has said', () => {
  test.each([
    ['tags of what is there', arn('vpc/*'), 'aws:ResourceTag/team'],
    ['tags of the new thing', arn('vpc-endpoint/*'), 'aws:RequestTag/team'],
    ['where the call comes from', '*', 'aws:SourceIp'],
    ['whether it was by a second factor', '*', 'aws:MultiFactorAuthPresent'],
  ])('%s', (_, Resource, key) => {
    const Deny = { Effect: 'Deny', Action: ACTION, Resource, Condition: { StringEquals: { [key]: 'x' } } }
    const { verdict, answers } = ask({ draw: sqs(), statements: [anything, Deny] })
    expect(verdict).toBe('cannot-tell')
    expect(answers.flatMap(({ unknown }) => unknown)).toContain(key)
  })

  test('tags that are said', () => {
    const Deny = {
      Effect: 'Deny',
      Action: 'ec2:CreateTags',
      Resource: arn('vpc-endpoint/*'),
      Condition: { StringNotEquals: { 'ec2:CreateAction': 'CreateVpcEndpoint' } },
    }
    const some = { ...anything, Action: [ACTION, 'ec2:CreateTags'] }
    const context = { 'aws:RequestTag/team': 'payments' }
    expect(verdictOf({ draw: sqs(), statements: [some, Deny], context })).toBe('allowed')
    expect(verdictOf({ draw: sqs(), statements: [{ ...some, Action: ACTION }], context })).toBe('denied')
    const keys = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] } }
    const strict = [{ ...some, Condition: keys }]
    expect(ask({ draw: sqs(), statements: strict, context }).answers.map((one) => one.verdict)).toEqual([
      'allowed',
      'denied',
      'allowed',
      'allowed',
      'denied',
    ])
  })
})

describe('over Regions', () => {
  const abroad = sqs({ service: 'com.amazonaws.eu-west-1.sqs', serviceRegion: 'eu-west-1' })
  const own = { ...anything, Action: ACTION }
  test('needs vpce:AllowMultiRegion', () => {
    expect(verdictOf({ draw: abroad, statements: [own] })).toBe('denied')
    expect(verdictOf({ draw: abroad, statements: [{ ...own, Action: [ACTION, 'vpce:AllowMultiRegion'] }] })).toBe(
      'allowed',
    )
    expect(verdictOf({ draw: sqs(), statements: [own] })).toBe('allowed')
  })

  test('ec2:VpceServiceRegion is the Region that the call names', () => {
    const near = (region: string) => ({
      Effect: 'Deny',
      Action: ACTION,
      Resource: arn('vpc-endpoint/*'),
      Condition: { StringEquals: { 'ec2:VpceServiceRegion': region } },
    })
    expect(verdictOf({ draw: abroad, statements: [anything, near('eu-west-1')] })).toBe('denied')
    expect(verdictOf({ draw: abroad, statements: [anything, near('us-east-1')] })).toBe('allowed')
    expect(verdictOf({ draw: sqs(), statements: [anything, near('us-east-1')] })).toBe('cannot-tell')
  })

  test('so does a service that offers itself in other ones', () => {
    const service = (b: DesignBuilder) =>
      b.endpointService([], { supportedRegions: ['eu-west-1'], allowedPrincipals: [] })
    const made = { ...anything, Action: 'ec2:CreateVpcEndpointServiceConfiguration' }
    expect(verdictOf({ draw: service, statements: [made] })).toBe('denied')
    expect(verdictOf({ draw: service, statements: [made, { ...anything, Action: 'vpce:*' }] })).toBe('allowed')
  })
})

test('what the documents do not agree on is left open', () => {
  const own = { ...anything, Action: ACTION }
  const named = ask({ draw: sqs({ privateDns: true }), statements: [own] })
  expect(named.verdict).toBe('cannot-tell')
  expect(named.answers.at(-1)).toMatchObject({ action: 'route53:AssociateVPCWithHostedZone', verdict: 'cannot-tell' })
  const both = { ...own, Action: [ACTION, 'route53:AssociateVPCWithHostedZone'] }
  expect(verdictOf({ draw: sqs({ privateDns: true }), statements: [both] })).toBe('allowed')
  const noGroups = { ...own, Resource: [arn('vpc/*'), arn('vpc-endpoint/*'), arn('subnet/*')] }
  expect(verdictOf({ draw: sqs({ securityGroups: [] }), statements: [noGroups] })).toBe('cannot-tell')
  expect(verdictOf({ draw: sqs(), statements: [noGroups] })).toBe('denied')
})

test('a role of another account makes nothing', () => {
  const made = (b: DesignBuilder) => {
    b.account({ id: 'other', accountId: '444455556666' })
    const vpc = b.vpc({ id: 'theirs', account: 'other', awsId: 'vpc-0d0d0d0d' })
    return b.gatewayEndpoint(vpc, 's3')
  }
  const { verdict, answers } = ask({ draw: made, statements: [anything] })
  expect(verdict).toBe('denied')
  expect(answers[0]).toMatchObject({ verdict: 'denied', deniedBy: ['resource'] })
})

test('the owner of a drawn service is its account', () => {
  const partner = (b: DesignBuilder) => {
    b.account({ id: 'other', accountId: '444455556666' })
    const service = b.endpointService([], { account: 'other' })
    return b.interfaceEndpoint('vpc', service, { subnets: ['subnet-0a1b2c3d'], securityGroups: ['sg-0a1b2c3d'] })
  }
  const by = (owner: string) => [
    { ...anything, Resource: [arn('vpc/*'), arn('subnet/*'), arn('security-group/*')] },
    { ...anything, Resource: arn('vpc-endpoint/*'), Condition: { StringEquals: { 'ec2:VpceServiceOwner': owner } } },
  ]
  expect(verdictOf({ draw: partner, statements: by('444455556666') })).toBe('allowed')
  expect(verdictOf({ draw: partner, statements: by('amazon') })).toBe('denied')
  const named = { StringEquals: { 'ec2:VpceServiceName': 'com.amazonaws.vpce.us-east-1.vpce-svc-0aaaaaaaaaaaaaaaa' } }
  const byName = [by('x')[0]!, { ...anything, Resource: arn('vpc-endpoint/*'), Condition: named }]
  expect(verdictOf({ draw: partner, statements: byName })).toBe('cannot-tell')
})

test('who asks is found, or it is said why not', () => {
  const design = buildDesign((b) => {
    b.iamRole('twin', { id: 'a' })
    b.iamRole('twin', { id: 'b', path: '/x/' })
  })
  const topology = compileTopology(design, catalogue)
  expect(findIdentity(topology, 'a')).toMatchObject({ id: 'a' })
  expect(findIdentity(topology, 'twin')).toBe('2 roles and users are called “twin”: name one by its id or ARN')
  expect(findIdentity(topology, 'nobody')).toBe('no role and no user of the design is called “nobody”')
})
