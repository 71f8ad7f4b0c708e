import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import type { PolicyNet } from './accessNet.ts'
import { policyNet } from './policyNet.ts'

const implied = (document: string, name: string, construct: ConstructId, path: PolicyNet['at']['path']): PolicyNet => ({
  ...policyNet({ name, document }, 'resource', { construct, path }),
  implied: true,
})

/** A key always has a policy; without another it is this one, which lets its account pass on what it wants. Source: KMS guide, default key policy. */
export function defaultPolicy(construct: ConstructId, arn: string, account: string): PolicyNet | null {
  const [, partition, service] = arn.split(':')
  if (service !== 'kms') return null
  const text = `{"Version":"2012-10-17","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:${partition}:iam::${account}:root"},"Action":"kms:*","Resource":"*"}]}`
  return implied(text, 'key-default-1', construct, ['policy'])
}

/** What nobody says of a call: whether it is under the encryption context that a grant asks for. */
export const GRANT_CONTEXT = 'kms:EncryptionContext'

/**
 * The grants of a key, each as the statement that it comes to: it allows its operations to one grantee, and never denies. Source: KMS guide, grants;
 * grant constraints.
 */
export const lowerGrants = ({ id, grants }: ConstructOf<'policy-resource'>): readonly PolicyNet[] =>
  grants.map(({ grantee, operations, constrained }, i) => {
    const statement = {
      Effect: 'Allow',
      Principal: { [/^[a-z0-9.-]+\.amazonaws\.com/.test(grantee) ? 'Service' : 'AWS']: grantee },
      Action: operations.map((one) => `kms:${one}`),
      Resource: '*',
      ...(constrained && { Condition: { Null: { [GRANT_CONTEXT]: 'false' } } }),
    }
    const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    return implied(document, `grant ${i + 1}`, id, ['grants', i])
  })

/** The key that AWS keeps for S3 in an account lets everybody of it use it by S3, and nobody else. Source: KMS guide, AWS managed keys. */
export function managedKeyPolicy(bucket: ConstructId, account: string, region: string): PolicyNet {
  const condition = { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `s3.${region}.amazonaws.com` } }
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', Condition: condition }],
  })
  return implied(document, 'aws/s3', bucket, ['encryptionKey'])
}
