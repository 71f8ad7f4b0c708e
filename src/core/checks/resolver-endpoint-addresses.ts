import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, values for Resolver endpoints: at least two addresses. */
const LEAST = 2

export const resolverEndpointAddresses: Check = {
  id: 'resolver-endpoint-addresses',
  severity: 'error',
  title: 'Resolver endpoint with fewer than two addresses',
  why: 'A Resolver endpoint has two addresses or more, so that queries go on when one zone fails.',
  learnMore:
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries-values.html',
  *find({ design }) {
    const chooseSubnets = createSubnetChooser(design)
    for (const { id, vpc, addresses } of listOfKind(design, 'resolver-endpoint')) {
      if (addresses.length >= LEAST || !constructOfKind(design, vpc, 'vpc')) continue
      const used = new Set(addresses.map(({ subnet }) => subnet))
      const free = [...chooseSubnets(vpc).values()].filter((subnet) => !used.has(subnet))
      const added = free.slice(0, LEAST - addresses.length).map((subnet) => ({ subnet, privateIp: null }))
      yield {
        at: [place(id, 'addresses')],
        message: `The ${called(design, id)} has ${addresses.length === 0 ? 'no address' : 'one address'}; AWS asks for two.`,
        fixes:
          added.length < LEAST - addresses.length
            ? []
            : [
                {
                  title: `Add an address in the ${added.map(({ subnet }) => called(design, subnet)).join(' and the ')}`,
                  safety: 'review',
                  edits: [change('resolver-endpoint', id, { addresses: [...addresses, ...added] })],
                },
              ],
      }
    }
  },
  examples: { bad: () => example(1), good: () => example(2) },
}

const example = (count: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    b.resolverEndpoint('inbound', subnets.slice(0, count))
  })
