import { expect, test } from 'vitest'
import type { StackResource } from '../stack.ts'
import { standInIds } from './standInIds.ts'

const resource = (type: string, id: string, properties: StackResource['properties'] = {}): StackResource => ({
  logicalId: id,
  id,
  type,
  properties,
  dependsOn: [],
  place: { file: 't.json', key: id, index: null },
  account: '111122223333',
  region: 'us-east-1',
})
const endpoint = resource('AWS::EC2::VPCEndpoint', 'Endpoint')
const policy = (value: string) => resource('AWS::S3::BucketPolicy', 'Policy', { PolicyDocument: { Condition: value } })

test('what is only planned is named by its own id', () => {
  const idOf = standInIds([endpoint, policy('Endpoint')])
  expect(idOf(endpoint)).toBe('Endpoint')
  expect(idOf(resource('AWS::EC2::VPC', 'Vpc'))).toBe('Vpc')
  expect(idOf(resource('AWS::EC2::Instance', 'Web'))).toBeNull()
  expect(idOf(resource('AWS::EC2::VPCEndpoint', 'vpce-0123456789abcdef0'))).toBeNull()
})

test('an id that AWS has given, or a pattern for one, may be of any of them', () => {
  for (const text of ['vpce-0123456789abcdef0', 'vpc-12345678', 'vpce-*'])
    expect(standInIds([endpoint, policy(text)])(endpoint)).toBeNull()
  const metadata = { orgId: null, ids: {}, scps: ['vpce-0123456789abcdef0'], rcps: null, isManagement: false }
  expect(standInIds([endpoint], [{ metadata }])(endpoint)).toBeNull()
})

test('an id that a template says of another resource is that one’s', () => {
  const metadata = { orgId: null, ids: { Vpc: 'vpc-12345678' }, scps: null, rcps: null, isManagement: false }
  expect(standInIds([endpoint, policy('vpc-12345678')], [{ metadata }])(endpoint)).toBe('Endpoint')
  expect(standInIds([endpoint, policy('vpce-12345678')], [{ metadata }])(endpoint)).toBeNull()
})
