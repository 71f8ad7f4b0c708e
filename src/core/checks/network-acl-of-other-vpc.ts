import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { crossVpcUses } from './parts/crossVpcUses.ts'

/** Source: VPC guide, network ACLs. */
export const networkAclOfOtherVpc: Check = {
  id: 'network-acl-of-other-vpc',
  severity: 'error',
  title: 'Network ACL of another VPC',
  why: 'A network ACL filters only subnets of its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  *find({ design }) {
    for (const { at, message, letGo } of crossVpcUses(design, ['subnet', 'vpc'], 'network-acl'))
      yield { at, message, fixes: letGo('Use the default network ACL of its own VPC') }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (aclVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.networkAcl(aclVpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
