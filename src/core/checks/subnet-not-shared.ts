import { constructOfKind, listOfKind, vpcOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, share VPC subnets; AWS PrivateLink guide: participants use endpoints and do not make them. */
export const subnetNotShared: Check = {
  id: 'subnet-not-shared',
  severity: 'error',
  title: 'Client of an account that its subnet is not shared with',
  why: 'Only the owner of a VPC and accounts that a subnet is shared with can put clients into it. Participants use the owner’s endpoints, gateways and tables; they cannot make endpoints there themselves.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html',
  *find({ design }) {
    for (const { id, account, interfaces } of listOfKind(design, 'client'))
      for (const [i, { subnet: name }] of account === null ? [] : interfaces.entries()) {
        const subnet = constructOfKind(design, name, 'subnet')
        const owner = vpcOf(design, name)?.account
        if (!subnet || owner === undefined || account === null || account === owner) continue
        if (subnet.sharedWith.includes(account) || !constructOfKind(design, account, 'account')) continue
        yield {
          at: [place(id, 'interfaces', i, 'subnet'), place(name, 'sharedWith')],
          message: `The ${called(design, id)} is run by the ${called(design, account)}, which the ${called(design, name)} is not shared with.`,
          fixes: [
            {
              title: `Share the subnet with the ${called(design, account)}`,
              safety: 'review',
              edits: [change('subnet', name, { sharedWith: [...subnet.sharedWith, account] })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (shared: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const account = b.account({ id: 'participant', accountId: '444455556666' })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24', sharedWith: shared ? [account] : [] }), { account })
  })
