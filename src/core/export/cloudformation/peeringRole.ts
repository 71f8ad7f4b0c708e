import { accountNumbered, idOf, joined, PARTITION } from '../aws/value.ts'
import { tagged } from './made.ts'

/**
 * In the accepter's account: the role by which CloudFormation accepts for the requester's. Only that account takes it on, and only for
 * connections between its VPCs and the drawn one. Source: Service Authorization Reference, EC2, AcceptVpcPeeringConnection.
 */
export const peeringRole = tagged<'peering-role'>('AWS::IAM::Role', (_, { requesterAccount, accepter }) => {
  const requester = accountNumbered(requesterAccount)
  const vpc = joined('arn:', PARTITION, ':ec2:*:*:vpc/', idOf(accepter))
  const accept = { Effect: 'Allow', Action: 'ec2:AcceptVpcPeeringConnection' }
  return {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: joined('arn:', PARTITION, ':iam::', requester, ':root') },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:PrincipalAccount': requester } },
        },
      ],
    },
    Policies: [
      {
        PolicyName: 'accept',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { ...accept, Resource: vpc },
            {
              ...accept,
              Resource: joined('arn:', PARTITION, ':ec2:*:*:vpc-peering-connection/*'),
              Condition: {
                ArnLike: {
                  'ec2:AccepterVpc': vpc,
                  'ec2:RequesterVpc': joined('arn:', PARTITION, ':ec2:*:', requester, ':vpc/*'),
                },
              },
            },
          ],
        },
      },
    ],
  }
})
