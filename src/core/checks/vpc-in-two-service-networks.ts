import { listOfKind } from '../model/containment.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC Lattice guide, service network VPC associations. */
export const vpcInTwoServiceNetworks: Check = {
  id: 'vpc-in-two-service-networks',
  severity: 'error',
  title: 'VPC associated with two service networks',
  why: 'A VPC is associated with one service network at most. Service network endpoints lead to further ones.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-network-associations.html',
  *find({ design }) {
    const networks = new Map<ConstructId, ConstructId>()
    for (const { id, vpcs } of listOfKind(design, 'service-network'))
      for (const [index, { vpc }] of vpcs.entries()) {
        const other = networks.get(vpc)
        if (other === undefined) networks.set(vpc, id)
        else
          yield {
            at: [place(id, 'vpcs', index), ...(other === id ? [] : [place(other, 'vpcs')])],
            message:
              other === id
                ? `The ${called(design, id)} names the ${called(design, vpc)} twice.`
                : `The ${called(design, vpc)} is associated with the ${called(design, other)} already, and cannot be with the ${called(design, id)} too.`,
            fixes: [
              {
                title: `Take the ${called(design, vpc)} out of the ${called(design, id)}`,
                safety: 'review',
                edits: [change('service-network', id, { vpcs: vpcs.toSpliced(index, 1) })],
              },
            ],
          }
      }
  },
  examples: { bad: () => example(2), good: () => example(1) },
}

const example = (networks: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const row = {
      vpc,
      securityGroups: [],
      privateDns: false,
      privateDnsPreference: 'verified-domains-only' as const,
      specifiedDomains: [],
    }
    for (let i = 0; i < networks; i++) b.serviceNetwork({ vpcs: [row] })
  })
