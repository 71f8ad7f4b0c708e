import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { scopeOf } from '../net/scopeOf.ts'
import { type FilterEntry, PROTOCOL } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 guide, service quotas, restriction on email sent using port 25. */
export const mailPortRestricted: Check = {
  id: 'mail-port-restricted',
  severity: 'advice',
  title: 'Rule for mail that AWS blocks by default',
  why: 'What EC2 instances and Lambda functions send to TCP port 25 of public addresses is blocked until AWS has lifted that for the account, whatever the rules say.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-resource-limits.html',
  *find({ design, topology }) {
    const told = new Set<ConstructId>()
    for (const client of listOfKind(design, 'client')) {
      if (!SENDERS.has(client.runtime)) continue
      for (const { groups, subnet } of topology.enisOf.get(client.id) ?? []) {
        const account = constructOfKind(design, client.account ?? subnet.vpc.accountId, 'account')
        if (account?.outboundPort25 !== 'restricted') continue
        for (const { id, egress } of groups) {
          const rule = id === null || told.has(id) ? undefined : egress.find(isForMail)
          if (id === null || !rule) continue
          told.add(id)
          yield {
            at: [rule.origin, place(account.id, 'outboundPort25'), place(client.id)],
            message: `The ${called(design, id)} lets mail of the ${called(design, client.id)} out to public addresses on port 25, which AWS blocks for the ${called(design, account.id)}.`,
            fixes: [
              {
                title: 'Note that AWS has lifted the restriction',
                safety: 'review',
                edits: [change('account', account.id, { outboundPort25: 'allowed' })],
              },
            ],
          }
        }
      }
    }
  },
  examples: { bad: () => example('restricted'), good: () => example('allowed') },
}

const SENDERS: ReadonlySet<ConstructOf<'client'>['runtime']> = new Set(['ec2', 'lambda', 'ecs', 'eks'])

/** Wider ranges of ports are hardly meant for mail. */
const isForMail = ({ protocol, from, to, blocks }: FilterEntry): boolean =>
  protocol === PROTOCOL.tcp &&
  from === 25 &&
  to === 25 &&
  blocks.some(({ base, length }) => length === 0 || scopeOf(base) === 'public')

const example = (outboundPort25: 'restricted' | 'allowed') =>
  buildDesign((b) => {
    b.account({ outboundPort25 })
    const vpc = b.vpc()
    const group = b.securityGroup(vpc, { egress: [['tcp', 25, '0.0.0.0/0']] })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { securityGroups: [group] })
  })
