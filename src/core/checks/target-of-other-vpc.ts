import { listOfKind, vpcOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Elastic Load Balancing guides, target type: instances are registered in the VPC of the target group. */
export const targetOfOtherVpc: Check = {
  id: 'target-of-other-vpc',
  severity: 'error',
  title: 'Target in another VPC',
  why: 'Instances and Application Load Balancers are targets of a group of their own VPC. What lies elsewhere is named by its address, in a group of type ip.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  *find({ design }) {
    for (const { id, vpc, targetType, targets } of listOfKind(design, 'target-group')) {
      if (targetType === 'ip') continue
      for (const [i, { target }] of targets.entries()) {
        const other = target === null ? undefined : vpcOf(design, target)?.id
        if (target === null || other === undefined || other === vpc) continue
        yield {
          at: [place(id, 'targets', i), place(target)],
          message: `The ${called(design, target)} lies in the ${called(design, other)}, the ${called(design, id)} in the ${called(design, vpc)}.`,
          fixes: [
            {
              title: `Take the ${called(design, target)} out of the group`,
              safety: 'review',
              edits: [change('target-group', id, { targets: targets.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (groupVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.targetGroup(groupVpc, [b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }))])
  })
