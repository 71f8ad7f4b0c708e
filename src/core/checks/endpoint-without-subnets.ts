import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, create an interface endpoint. */
export const endpointWithoutSubnets: Check = {
  id: 'endpoint-without-subnets',
  severity: 'warning',
  title: 'Interface endpoint without subnets',
  why: 'An interface endpoint has one network interface for each of its subnets. Without any it has no address, and its names lead nowhere.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design }) {
    const chooseSubnets = createSubnetChooser(design)
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      if (endpoint.subnets.length > 0) continue
      const dns = endpoint.privateDns ? ', yet it takes over the names of its service' : ''
      yield {
        at: [place(endpoint.id, 'subnets')],
        message: `The ${called(design, endpoint.id)} has no subnets and so no address${dns}.`,
        fixes: addSubnets(endpoint, chooseSubnets(endpoint.vpc)),
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

function addSubnets({ id }: ConstructOf<'interface-endpoint'>, chosen: ReadonlyMap<string, string>): readonly Fix[] {
  if (chosen.size === 0) return []
  const subnets = [...chosen.values()].map((subnet) => ({ subnet, privateIp: null, ipv6: null }))
  const title = `Put it into one subnet of each zone (${[...chosen.keys()].join(', ')})`
  return [{ title, safety: 'review', edits: [change('interface-endpoint', id, { subnets })] }]
}

const example = (withSubnet: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.interfaceEndpoint(vpc, 'sqs', { subnets: withSubnet ? [subnet] : [] })
  })
