import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { crossVpcUses } from './parts/crossVpcUses.ts'

/** Source: VPC guide, security groups; refusals as AWS words them. */
export const securityGroupOfOtherVpc: Check = {
  id: 'security-group-of-other-vpc',
  severity: 'error',
  title: 'Security group of another VPC',
  why: 'A security group can be carried, and named in rules, only within its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  *find({ design }) {
    const holders = ['client', 'interface-endpoint', 'vpc', 'security-group'] as const
    for (const { holder, at, message, letGo } of crossVpcUses(design, holders, 'security-group')) {
      const isRule = holder.kind === 'security-group'
      yield {
        at,
        message,
        awsError: isRule
          ? 'InvalidGroup.NotFound: You have specified two resources that belong to different networks.'
          : 'InvalidParameter: Security group sg-… and subnet subnet-… belong to different networks.',
        fixes: letGo(isRule ? 'Delete the rule' : 'Take the group off'),
      }
    }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (groupVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    const group = b.securityGroup(groupVpc, { id: 'sg-app' })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { securityGroups: [group] })
  })
