import { groupBy } from '../base/groupBy.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import type { SubnetNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { place } from './parts/place.ts'

const LEFT = {
  nothing: 'neither out nor in',
  'nat-only': 'out through NAT and egress-only internet gateways only, and nothing in',
  egress: 'out only, and nothing in',
} as const

/** Source: VPC guide, VPC Block Public Access. */
export const publicAccessBlocked: Check = {
  id: 'public-access-blocked',
  severity: 'warning',
  title: 'Internet gateway that Block Public Access closes',
  why: 'VPC Block Public Access stands above route tables, groups and ACLs: what it blocks does not pass an internet gateway, whatever the routes say, unless the VPC or the subnet is excluded.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  *find({ design, topology }) {
    const routed = [...topology.subnets.values()].filter(
      (subnet) => subnet.publicAccess && leadsOut(subnet, subnet.publicAccess.lets),
    )
    for (const subnets of groupBy(routed, ({ vpc, publicAccess }) => `${vpc.id} ${publicAccess!.lets}`).values()) {
      const { vpc, publicAccess } = subnets[0]!
      // NAT gateways are what that mode leaves open
      if (publicAccess!.lets !== 'nothing' && subnets.every((subnet) => !hasOpenDoor(subnet))) continue
      const ids = subnets.map(({ id }) => id)
      yield {
        at: [publicAccess!.origin, place(vpc.id), ...ids.slice(0, 20).map((id) => place(id))],
        message: `The ${called(design, publicAccess!.origin.construct)} leaves what is routed to the internet in ${calledAll(design, ids)}: ${LEFT[publicAccess!.lets]}.`,
      }
    }
  },
  examples: { bad: () => example('block-bidirectional'), good: () => example('off') },
}

/** Egress-only internet gateways are closed only where everything is. */
const leadsOut = ({ table }: SubnetNet, lets: keyof typeof LEFT): boolean =>
  [...table.routes4, ...table.routes6].some(
    ({ target }) =>
      target.kind === 'internet-gateway' || (lets === 'nothing' && target.kind === 'egress-only-internet-gateway'),
  )

/** Something in the subnet that has a public address of its own, and is no NAT gateway. */
const hasOpenDoor = (subnet: SubnetNet): boolean =>
  subnet.vpc.enis.some(
    (eni) =>
      eni.subnet === subnet &&
      eni.role !== 'nat' &&
      (eni.publicAddress !== null || (eni.address6 !== null && !isIp4(eni.address6))),
  )

const example = (mode: 'block-bidirectional' | 'off') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { publicIp: 'auto' })
    b.blockPublicAccess(mode)
  })
