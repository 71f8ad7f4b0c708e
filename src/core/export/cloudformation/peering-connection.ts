import { refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const peeringConnection: ResourcePrinters<'peering-connection'> = {
  'peering-role': (part) => ({
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${part.requesterAccount}:root` } },
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
      Tags: tagsOf(part, 'strict'),
    },
  }),
  peering: (part, stack) => ({
    type: 'AWS::EC2::VPCPeeringConnection',
    properties: present({
      VpcId: refTo(stack, part.requester),
      PeerVpcId: refTo(stack, part.accepter),
      PeerOwnerId: part.peerAccount ?? undefined,
      PeerRegion: part.peerRegion ?? undefined,
      PeerRoleArn: part.role === null ? undefined : refTo(stack, part.role),
      Tags: tagsOf(part),
    }),
  }),
  'peering-acceptance': () => null, // CloudFormation accepts with the request
  'peering-dns': () => null, // no resource has these options
}
