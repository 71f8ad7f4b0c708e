import { constructKinds, definitions } from '../model/kinds/definitions.ts'
import type { Reference } from '../model/references.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Topology, VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { type CrossVpcUse, crossVpcUses } from './parts/crossVpcUses.ts'

const HOLDERS = constructKinds.filter((kind) =>
  definitions[kind].references.some(({ kinds }) => kinds.includes('security-group')),
)

/** Sources: VPC guide, security groups and their rules; VPC peering guide, security groups; transit gateway guide and AWS’s networking blog of September 2024, security group referencing (inbound rules only). Refusals as AWS words them. */
export const securityGroupOfOtherVpc: Check = {
  id: 'security-group-of-other-vpc',
  severity: 'error',
  title: 'Security group of another VPC',
  why: 'A security group can be carried only within its own VPC. Rules may also name groups of a VPC that an active peering in the same Region joins, and inbound rules those across a transit gateway with security group referencing on.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  *find({ design, topology }) {
    for (const use of crossVpcUses(design, HOLDERS, 'security-group')) {
      const isRule = use.holder.kind === 'security-group'
      const why = isRule ? whyRefused(topology, use) : ''
      if (why === null) continue
      yield {
        at: use.at,
        message: `${use.message}${why}`,
        awsError: isRule
          ? 'InvalidGroup.NotFound: You have specified two resources that belong to different networks.'
          : 'InvalidParameter: Security group sg-… and subnet subnet-… belong to different networks.',
        fixes: use.letGo(isRule ? 'Delete the rule' : 'Take the group off'),
      }
    }
  },
  examples: { bad: () => example('us-west-2'), good: () => example('us-east-1') },
}

/** null where AWS takes the rule; a sentence more where the two VPCs are joined and the rule still cannot be. */
function whyRefused(topology: Topology, { own, other, path }: CrossVpcUse): string | null {
  const [here, there] = [topology.vpcs.get(own), topology.vpcs.get(other)]
  if (!here || !there) return ''
  const peerings = here.peerings.filter(({ requester, accepter }) => requester === there || accepter === there)
  if (peerings.some(({ active, sameRegion }) => active && sameRegion)) return null
  const overTransit = transitRefusal(here, there, path)
  if (overTransit === null) return null
  if (peerings.some(({ sameRegion }) => !sameRegion))
    return ' A peering between Regions does not carry group membership; name the blocks of the other VPC instead.'
  if (peerings.length > 0) return ' The peering between them is not active.'
  return overTransit
}

function transitRefusal(here: VpcNet, there: VpcNet, path: Reference['path']): string | null {
  const joins = here.attachments.flatMap((own) => {
    const far = own.gateway.attachments.get(there.id)
    return far ? [{ own, far }] : []
  })
  if (joins.length === 0) return ''
  const carries = joins.some(
    ({ own, far }) =>
      own.gateway.securityGroupReferencing && own.securityGroupReferencing && far.securityGroupReferencing,
  )
  if (!carries)
    return ' Security group referencing is off at the transit gateway between them, or at one of the attachments.'
  return path[0] === 'egress' ? ' Across a transit gateway only inbound rules may name groups.' : null
}

const example = (region: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    const peer = b.vpc({ id: 'vpc-b', region: b.region(region), cidrs: ['10.1.0.0/16'] })
    b.peering(vpc, peer)
    const group = b.securityGroup(peer, { id: 'sg-app' })
    b.securityGroup(vpc, { id: 'sg-db', ingress: [['tcp', 5432, group]] })
  })
