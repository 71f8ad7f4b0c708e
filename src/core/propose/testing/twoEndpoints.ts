import type { ApiCall, Design, SavedRequest } from '../../model/design.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'

/** May do all in S3. */
export const ALL_S3 = [{ name: 'main', document: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }]
/** Of the endpoints. */
export const IDS = ['vpce-0a1b2c3d4e5f60718', 'vpce-0b1b2c3d4e5f60718'] as const

/** A policy of these statements. */
export function policy(...Statement: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
}

/** Two VPCs, each with a client and a gateway endpoint for S3, and one bucket; both clients have the same role. */
export function twoEndpoints(
  b: DesignBuilder,
  policies: { bucket?: string | undefined; role?: typeof ALL_S3; endpoint?: string | undefined } = {},
) {
  b.iamRole('reader', { id: 'reader', policies: policies.role ?? ALL_S3 })
  b.iamRole('writer', { id: 'writer', policies: ALL_S3 })
  b.s3Bucket('reports', { id: 'bucket', policy: policies.bucket ?? null })
  for (const [i, name] of ['a', 'b'].entries()) {
    const vpc = b.vpc({ id: `vpc-${name}`, cidrs: [`10.${i}.0.0/16`] })
    const subnet = b.subnet(vpc, { id: `net-${name}`, cidr: `10.${i}.0.0/24` })
    const table = b.mainTable(vpc, [])
    b.gatewayEndpoint(vpc, 's3', {
      id: `ep-${name}`,
      awsId: IDS[i]!,
      routeTables: [table],
      policy: i === 0 ? (policies.endpoint ?? null) : null,
    })
    const group = b.securityGroup(vpc, { id: `sg-${name}`, egress: [['all', null, '0.0.0.0/0']] })
    b.ec2(subnet, { id: `client-${name}`, role: 'reader', securityGroups: [group] })
  }
}

/** A saved request for an object of the bucket. */
export const saved = (id: string, from: string, must: 'pass' | 'fail', api: Partial<ApiCall> = {}): SavedRequest => ({
  id,
  name: id,
  request: {
    from,
    to: 's3.us-east-1.amazonaws.com',
    protocol: 'tcp',
    port: 443,
    api: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a.csv', context: {}, ...api },
  },
  expect: { verdict: must === 'pass' ? 'succeeds' : 'fails', symptom: null, code: null, path: null },
})

/** The design with saved requests. */
export const withRequests = (draw: (b: DesignBuilder) => void, ...requests: readonly SavedRequest[]): Design => ({
  ...buildDesign(draw),
  requests,
})
