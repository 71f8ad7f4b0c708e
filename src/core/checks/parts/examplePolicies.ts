import type { Design } from '../../model/design.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'

/** A policy’s text; statements lack what is the same in most. */
export const policyOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** A role with one policy; its statements allow, on everything, unless they say otherwise. */
export const roleWith = (...statements: readonly object[]): Design =>
  buildDesign(
    (b) =>
      void b.iamRole('reader', {
        policies: [
          {
            name: 'reports',
            document: policyOf(...statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one }))),
          },
        ],
      }),
  )

/** A VPC with a gateway endpoint, and its policy; statements allow everybody everything unless they say otherwise. */
export const gatewayWith = (statements: readonly object[], service = 's3'): Design =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, service, {
      routeTables: [b.mainTable(vpc)],
      policy: policyOf(
        ...statements.map((one) => ({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...one })),
      ),
    })
  })

/** A bucket “reports” with a policy; statements allow everybody everything in it unless they say otherwise. */
export const bucketWith = (...statements: readonly object[]): Design =>
  buildDesign(
    (b) =>
      void b.s3Bucket('reports', {
        policy: policyOf(
          ...statements.map((one) => ({
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' },
            Action: 's3:*',
            Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
            ...one,
          })),
        ),
      }),
  )
