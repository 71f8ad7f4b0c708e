import { describe, expect, test } from 'vitest'
import type { Design } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { repairPolicy } from './parts/repairPolicy.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const messages = (check: string, design: Design) => findingsIn(check, design).map(({ message }) => message)
const own = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::reports/*' }
const LAYERS = 'arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*'

describe('buckets of AWS', () => {
  const bars = (workloads: readonly string[], ...statements: readonly object[]) => {
    const found = (b: DesignBuilder) => {
      const vpc = b.vpc({ dnsHostnames: true })
      b.ecs(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { workloads: [...workloads] })
      b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], policy: policyOf(...statements) })
    }
    places('endpoint-policy-bars-companion', found)
    return messages('endpoint-policy-bars-companion', buildDesign(found)).map(
      (one) => /bucket ([\w-]+),/.exec(one)?.[1],
    )
  }

  test('are those that the workloads ask for', () => {
    expect(bars(['ecs-fargate'], own)).toEqual(['prod-us-east-1-starport-layer-bucket'])
    expect(bars(['amazon-linux-updates'], own)).toEqual([
      'al2023-repos-us-east-1-de612dc2',
      'amazonlinux-2-repos-us-east-1',
    ])
    expect(bars(['cloudformation-helpers'], own)).toEqual([
      'cloudformation-waitcondition-us-east-1',
      'cloudformation-custom-resource-response-useast1',
    ])
    expect(bars(['patch-manager'], own)).toContain('aws-ssm-us-east-1')
    expect(bars(['lambda'], own)).toEqual([])
  })
  test('may be allowed in many ways', () => {
    const get = { ...own, Action: 's3:GetObject' }
    expect(bars(['ecr-pull'], own, { ...get, Resource: LAYERS })).toEqual([])
    expect(bars(['ecr-pull'], { ...get, Resource: 'arn:aws:s3:::prod-*' })).toEqual([])
    expect(bars(['ecr-pull'], { ...own, Resource: '*' })).toEqual([])
    expect(bars(['ecr-pull'], { ...own, Resource: LAYERS, Action: 's3:PutObject' })).toHaveLength(1)
    expect(bars(['ecr-pull'], { ...own, Resource: '*' }, { ...get, Effect: 'Deny', Resource: LAYERS })).toHaveLength(1)
  })
  test('belong to AWS, and packages are fetched by nobody', () => {
    const only = (key: string) => ({ ...own, Resource: '*', Condition: { StringEquals: { [key]: 'o-a1b2c3d4e5' } } })
    expect(bars(['ecr-pull'], only('aws:ResourceOrgID'))).toHaveLength(1)
    expect(bars(['amazon-linux-updates'], only('aws:PrincipalOrgID'))).toHaveLength(2)
    // who signs the address of a layer, nobody says
    expect(bars(['ecr-pull'], only('aws:PrincipalOrgID'))).toEqual([])
    expect(bars(['ecr-pull'], only('aws:SourceVpc'))).toEqual([])
  })
  test('an endpoint for ECR asks for layers, whatever runs there; and the endpoint that is used decides', () => {
    const design = (gateway: object | null) =>
      buildDesign((b) => {
        const vpc = b.vpc({ dnsHostnames: true })
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
        b.interfaceEndpoint(vpc, 'ecr.dkr', { subnets })
        b.interfaceEndpoint(vpc, 's3', { subnets, policy: policyOf(own) })
        if (gateway) b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], policy: policyOf(gateway) })
      })
    expect(messages('endpoint-policy-bars-companion', design(null))).toHaveLength(1)
    expect(messages('endpoint-policy-bars-companion', design({ ...own, Resource: '*' }))).toEqual([])
  })
})

test('a policy of an endpoint for a service of one’s own has no effect', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const service = b.endpointService([b.nlb(vpc, { subnets: [subnet] })])
    b.interfaceEndpoint(vpc, service, { subnets: [subnet], policy: policyOf(own) })
  })
  expect(messages('endpoint-policy-without-effect', design)[0]).toContain('a service of one’s own')
})

test('what is missing in a policy is put in where one edit does it', () => {
  const lacking = policyOf({ Effect: 'Allow', Action: '*', Resource: '*' })
  const mended = (kind: Parameters<typeof repairPolicy>[1], text = lacking, account = '111122223333') =>
    repairPolicy(text, kind, account).map(({ title, text: after }) => [title, JSON.parse(after).Statement[0].Principal])
  expect(mended('endpoint')).toEqual([['Add "Principal": "*"', '*']])
  expect(mended('resource')).toEqual([['Name the account 111122223333 as Principal', { AWS: '111122223333' }]])
  expect(mended('resource', lacking, '')).toEqual([])
  expect(mended('identity')).toEqual([])
  expect(mended('identity', policyOf(own))).toEqual([['Take out Principal', undefined]])
  expect(mended('endpoint', '{')).toEqual([])
  expect(mended('endpoint', policyOf({ Effect: 'Allow', Resource: '*' }))).toEqual([])
})
