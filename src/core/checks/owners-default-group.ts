import { constructOfKind, listOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, share VPC subnets: participants cannot launch with the default security group, which is the owner’s. */
export const ownersDefaultGroup: Check = {
  id: 'owners-default-group',
  severity: 'error',
  title: 'Participant with the default security group of the owner',
  why: 'The default security group of a shared VPC belongs to the account that owns the VPC, and participants cannot use it. They make groups of their own there, or use ones that the owner shares.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html',
  *find({ design }) {
    const freeId = once(() => newId(design, 'security-group'))
    for (const { id, account, runtime, interfaces } of listOfKind(design, 'client'))
      for (const [i, { subnet, securityGroups }] of account === null ? [] : interfaces.entries()) {
        const vpc = constructOfKind(design, subnet, 'subnet') ? vpcOf(design, subnet) : null
        if (!vpc || account === null || vpc.account === account || runtime === 'other') continue
        const own = vpc.defaultSecurityGroup
        if (own === null ? securityGroups.length > 0 : !usesDefault(securityGroups, own)) continue
        const how = securityGroups.length === 0 ? 'names no security group and would get' : 'uses'
        yield {
          at: [place(id, 'interfaces', i, 'securityGroups')],
          message: `The ${called(design, id)} ${how} the default one of the ${called(design, vpc.id)}, which belongs to ${ownerOf(design, vpc.account)}.`,
          fixes: [giveOwnGroup(design, id, i, freeId())],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const usesDefault = (groups: readonly string[], own: string): boolean => groups.length === 0 || groups.includes(own)

/** A group that, like the default one of a new VPC, lets everything out and nobody in but its own members. */
function giveOwnGroup(design: Design, client: string, index: number, id: string): Fix {
  const drawn = constructOfKind(design, client, 'client')!
  const row = drawn.interfaces[index]!
  const vpc = vpcOf(design, row.subnet)!
  const all = { protocol: 'all', ports: null, icmp: null, description: '' } as const
  const construct = {
    kind: 'security-group',
    id,
    name: `${drawn.name || client} own`.slice(0, 120),
    vpc: vpc.id,
    description: `For ${drawn.name || client}`.slice(0, 120),
    ingress: [{ ...all, peer: { securityGroup: id } }],
    egress: [{ ...all, peer: { cidr: '0.0.0.0/0' } }],
  } as const
  const kept = row.securityGroups.filter((one) => one !== vpc.defaultSecurityGroup)
  const interfaces = drawn.interfaces.with(index, { ...row, securityGroups: [...kept, id] })
  return {
    title: `Give the ${called(design, client)} a group of its own account`,
    safety: 'review',
    edits: [{ kind: 'add', construct }, change('client', client, { interfaces })],
  }
}

const ownerOf = (design: Design, account: string): string =>
  constructOfKind(design, account, 'account') ? `the ${called(design, account)}` : 'another account'

const example = (withGroup: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const account = b.account({ id: 'participant', accountId: '444455556666' })
    const securityGroups = withGroup ? [b.securityGroup(vpc)] : []
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24', sharedWith: [account] }), { account, securityGroups })
  })
