import { joined, PARTITION } from '../aws/value.ts'
import { tagged } from './made.ts'

/** In the accepter's account: the role by which CloudFormation accepts for the requester's. */
export const peeringRole = tagged<'peering-role'>('AWS::IAM::Role', (_, part) => ({
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: joined('arn:', PARTITION, `:iam::${part.requesterAccount}:root`) },
        Action: 'sts:AssumeRole',
      },
    ],
  },
  Policies: [
    {
      PolicyName: 'accept',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'ec2:AcceptVpcPeeringConnection', Resource: '*' }],
      },
    },
  ],
}))
