import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

/** Source: VPC guide, quotas: one virtual private gateway attached to a VPC at a time. */
export const onePrivateGatewayPerVpc: Check = {
  id: 'one-private-gateway-per-vpc',
  severity: 'error',
  title: 'Second virtual private gateway in a VPC',
  why: 'A VPC has one virtual private gateway attached, or none. Any number of VPN connections may end at it.',
  learnMore: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  *find({ design }) {
    for (const [vpc, [first, ...others]] of groupBy(listOfKind(design, 'virtual-private-gateway'), (one) => one.vpc))
      for (const { id } of others)
        yield {
          at: [place(id, 'vpc'), place(first!.id, 'vpc')],
          message: `The ${called(design, vpc)} already has the ${called(design, first!.id)}; the ${called(design, id)} cannot be attached too.`,
          fixes: removal(design, id),
        }
  },
  examples: { bad: () => example(2), good: () => example(1) },
}

const example = (count: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    for (let i = 0; i < count; i++) b.virtualPrivateGateway(vpc)
  })
