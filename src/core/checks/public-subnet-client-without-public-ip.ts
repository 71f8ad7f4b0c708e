import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { internetRoute } from './parts/internetRoute.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, internet gateways; Lambda guide, internet access of functions in a VPC. */
export const publicSubnetClientWithoutPublicIp: Check = {
  id: 'public-subnet-client-without-public-ip',
  severity: 'warning',
  title: 'Client in a public subnet without a public address',
  why: 'An internet gateway carries only packets of interfaces that have a public address, and drops the rest. A Lambda function never has one; it needs a private subnet with a NAT gateway, or endpoints.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *find({ design, topology }) {
    for (const client of listOfKind(design, 'client'))
      for (const [i, { subnet }] of client.interfaces.entries()) {
        // databases and the like start no connections
        if (client.runtime === 'database' || client.runtime === 'other') continue
        const isLambda = client.runtime === 'lambda'
        const eni = topology.enisOf.get(client.id)?.find(({ origin }) => origin.path[1] === i)
        const route = topology.subnets.has(subnet) ? internetRoute(topology.subnets.get(subnet)!.table) : null
        // a route for a part of the internet does not make a subnet public
        const hasPublic = eni !== undefined && (eni.publicAddress !== null || eni.gaps.publicAddress !== undefined)
        if (route?.block.length !== 0 || (hasPublic && !isLambda)) continue
        const why = isLambda
          ? 'A Lambda function never gets a public address, so the internet gateway drops what it sends'
          : 'It has no public address, so the internet gateway drops what it sends'
        yield {
          at: [place(client.id, 'interfaces', i, 'publicIp'), ...(route.origin ? [route.origin] : [])],
          message: `The ${called(design, client.id)} lies in the ${called(design, subnet)}, which routes ${route.label} to an internet gateway. ${why}.`,
          fixes: isLambda ? [] : [givePublicAddress(client, i)],
        }
      }
  },
  examples: { bad: () => example('none'), good: () => example('auto') },
}

const givePublicAddress = (client: ConstructOf<'client'>, index: number): Fix => ({
  title: 'Give the interface a public address',
  safety: 'review',
  edits: [
    change('client', client.id, {
      interfaces: client.interfaces.with(index, { ...client.interfaces[index]!, publicIp: 'auto' }),
    }),
  ],
})

const example = (publicIp: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { publicIp })
  })
