import { constructOfKind, vpcOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, network ACLs. */
export const networkAclOfOtherVpc: Check = {
  id: 'network-acl-of-other-vpc',
  severity: 'error',
  title: 'Network ACL of another VPC',
  why: 'A network ACL filters only subnets of its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  *find({ design }) {
    const uses = [
      ...ofKind(design, 'subnet').map(({ id, networkAcl }) => ({
        at: place(id, 'networkAcl'),
        acl: networkAcl,
        vpc: vpcOf(design, id)?.id,
        clear: change('subnet', id, { networkAcl: null }),
      })),
      ...ofKind(design, 'vpc').map(({ id, defaultNetworkAcl }) => ({
        at: place(id, 'defaultNetworkAcl'),
        acl: defaultNetworkAcl,
        vpc: id,
        clear: change('vpc', id, { defaultNetworkAcl: null }),
      })),
    ]
    for (const { at, acl, vpc, clear } of uses) {
      const aclVpc = acl === null ? undefined : constructOfKind(design, acl, 'network-acl')?.vpc
      if (acl === null || aclVpc === undefined || vpc === undefined || aclVpc === vpc) continue
      yield {
        at: [at, place(acl, 'vpc')],
        message: `The ${called(design, at.construct)} uses the ${called(design, acl)}, which belongs to the ${called(design, aclVpc)} and not to the ${called(design, vpc)}.`,
        fixes: [{ title: 'Use the default network ACL of its own VPC', safety: 'review', edits: [clear] }],
      }
    }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (aclVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.networkAcl(aclVpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
