import { type ConstructId, constructOfKind, type Design, vpcOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, security groups; refusals as AWS words them. */
export const securityGroupOfOtherVpc: Check = {
  id: 'security-group-of-other-vpc',
  severity: 'error',
  title: 'Security group of another VPC',
  why: 'A security group can be carried, and named in rules, only within its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  *find({ design }) {
    for (const use of usesOfGroups(design)) {
      const groupVpc = constructOfKind(design, use.group, 'security-group')?.vpc
      if (groupVpc === undefined || use.vpc === undefined || groupVpc === use.vpc) continue
      yield {
        at: [use.at, place(use.group, 'vpc')],
        message: `The ${called(design, use.at.construct)} belongs to the ${called(design, use.vpc)}, but names the ${called(design, use.group)} of the ${called(design, groupVpc)}.`,
        awsError: use.awsError,
        fixes: [{ title: use.without, safety: 'review', edits: [use.remove] }],
      }
    }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

interface Use {
  readonly at: Origin
  readonly group: ConstructId
  readonly vpc: ConstructId | undefined
  readonly awsError: string
  readonly without: string
  readonly remove: NonNullable<Sighting['fixes']>[number]['edits'][0]
}

function* usesOfGroups(design: Design): Iterable<Use> {
  const carried = {
    awsError: 'InvalidParameter: Security group sg-… and subnet subnet-… belong to different networks.',
    without: 'Take the group off',
  }
  const named = {
    awsError: 'InvalidGroup.NotFound: You have specified two resources that belong to different networks.',
    without: 'Delete the rule',
  }
  for (const client of ofKind(design, 'client'))
    for (const [i, one] of client.interfaces.entries())
      for (const [j, group] of one.securityGroups.entries()) {
        const interfaces = client.interfaces.with(i, { ...one, securityGroups: one.securityGroups.toSpliced(j, 1) })
        const at = place(client.id, 'interfaces', i, 'securityGroups', j)
        yield {
          at,
          group,
          vpc: vpcOf(design, one.subnet)?.id,
          ...carried,
          remove: change('client', client.id, { interfaces }),
        }
      }
  for (const endpoint of ofKind(design, 'interface-endpoint'))
    for (const [i, group] of endpoint.securityGroups.entries()) {
      const securityGroups = endpoint.securityGroups.toSpliced(i, 1)
      const remove = change('interface-endpoint', endpoint.id, { securityGroups })
      yield { at: place(endpoint.id, 'securityGroups', i), group, vpc: endpoint.vpc, ...carried, remove }
    }
  for (const vpc of ofKind(design, 'vpc')) {
    const remove = change('vpc', vpc.id, { defaultSecurityGroup: null })
    const at = place(vpc.id, 'defaultSecurityGroup')
    if (vpc.defaultSecurityGroup !== null)
      yield { at, group: vpc.defaultSecurityGroup, vpc: vpc.id, ...carried, remove }
  }
  for (const holder of ofKind(design, 'security-group'))
    for (const direction of ['ingress', 'egress'] as const)
      for (const [i, { peer }] of holder[direction].entries()) {
        if (!('securityGroup' in peer)) continue
        const remove = change('security-group', holder.id, { [direction]: holder[direction].toSpliced(i, 1) })
        yield { at: place(holder.id, direction, i), group: peer.securityGroup, vpc: holder.vpc, ...named, remove }
      }
}

const example = (groupVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    const group = b.securityGroup(groupVpc, { id: 'sg-app' })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { securityGroups: [group] })
  })
