import { largest } from '../base/largest.ts'
import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { AclNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { freeNumberAbove } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

const WAYS = ['ingress', 'egress'] as const

/** Source: VPC guide, custom network ACLs: a new one denies everything until rules are added. */
export const aclWithoutAllow: Check = {
  id: 'acl-without-allow',
  severity: 'warning',
  title: 'Network ACL that lets nothing through',
  why: 'A network ACL of one’s own denies everything until it has rules that allow something, in each direction: answers need one too. Only traffic inside a subnet passes all the same.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
  *find({ design, topology }) {
    const used = new Map<AclNet, string[]>()
    for (const { acl, id } of topology.subnets.values())
      if (acl.id !== null && acl.gap === null) used.set(acl, [...(used.get(acl) ?? []), id])
    for (const [acl, subnets] of used) {
      const id = acl.id!
      const drawn = constructOfKind(design, id, 'network-acl')
      const closed = WAYS.filter(
        (way) => !acl[way].some(({ allow }) => allow) && !acl.unread.some((one) => one.direction === way && one.allow),
      )
      if (!drawn || closed.length === 0) continue
      const what = closed.length === 2 ? 'in or out' : closed[0] === 'ingress' ? 'in' : 'out'
      const opened = Object.fromEntries(
        closed.map((way) => {
          const number = freeNumberAbove(
            drawn[way],
            largest(
              drawn[way].map((entry) => entry.number),
              99,
            ),
          )
          const all = { action: 'allow', protocol: 'all', ports: null, icmp: null, cidr: '0.0.0.0/0' } as const
          return [way, number === null ? drawn[way] : [...drawn[way], { number, ...all }]]
        }),
      )
      yield {
        at: [place(id, closed[0]!), ...subnets.slice(0, 20).map((subnet) => place(subnet))],
        message: `The ${called(design, id)} has no rule that allows anything ${what}: nothing gets ${what} at the ${subnets.length === 1 ? called(design, subnets[0]!) : `${subnets.length} subnets that have it`}.`,
        fixes: [
          {
            title: `Allow all IPv4 traffic ${closed.length === 2 ? 'in and out' : what}`,
            safety: 'review',
            edits: [change('network-acl', id, opened)],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (open: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const rules = open ? ([[100, 'allow', 'all', null, '0.0.0.0/0']] as const) : []
    b.networkAcl(vpc, { ingress: rules, egress: rules, subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
