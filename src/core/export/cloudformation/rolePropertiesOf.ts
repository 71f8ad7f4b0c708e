import type { TreeObject } from './resource.ts'

/** A role that one AWS service takes on, with one managed policy of AWS's. */
export const rolePropertiesOf = (service: string, policy: string): TreeObject => ({
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  },
  ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/service-role/${policy}` }],
})
