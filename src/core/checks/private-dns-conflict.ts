import { privateNamesOf } from '../aws/findService.ts'
import { listOfKind } from '../model/containment.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: terraform-provider-aws issues 17269 and 17535, which quote AWS's refusal. */
export const privateDnsConflict: Check = {
  id: 'private-dns-conflict',
  severity: 'error',
  title: 'Two endpoints claim one private name',
  why: 'Private DNS puts a hidden hosted zone for the service’s names into the VPC, and a VPC takes one zone of a name. A second endpoint of the service needs private DNS off.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  *find({ design, topology, catalogue }) {
    const holders = new Map<string, ConstructId>()
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      if (!endpoint.privateDns || !lives(endpoint)) continue
      const provider = topology.endpoints.get(endpoint.id)?.provider
      if (provider?.privateDnsName === null) continue
      if (awsServiceOf({ catalogue }, endpoint)?.entry.privateDns === 'none') continue
      const own = provider?.privateDnsName ? [provider.privateDnsName] : privateNamesOf(catalogue, endpoint.service)
      const names = own.map((name) => name.toLowerCase().replace(/^\*\./, ''))
      // two endpoints of a service whose names nobody has told still claim the same ones
      const zones = names.length > 0 ? [...new Set(names)] : [endpoint.service]
      const zone = zones.find((name) => holders.has(`${endpoint.vpc} ${name}`))
      for (const name of zones)
        if (!holders.has(`${endpoint.vpc} ${name}`)) holders.set(`${endpoint.vpc} ${name}`, endpoint.id)
      if (zone === undefined) continue
      const other = holders.get(`${endpoint.vpc} ${zone}`)!
      yield {
        at: [place(endpoint.id, 'privateDns'), place(other, 'privateDns')],
        message: `The ${called(design, other)} already has private DNS for ${zone} in the ${called(design, endpoint.vpc)}; the ${called(design, endpoint.id)} cannot have it too.`,
        awsError: `InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${zone} in the VPC vpc-…`,
        fixes: [endpoint.id, other].map((id) => ({
          title: `Turn private DNS off in the ${called(design, id)}`,
          safety: 'review',
          edits: [change('interface-endpoint', id, { privateDns: false })],
        })),
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (privateDns: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.interfaceEndpoint(vpc, 'logs', { id: 'vpce-first', subnets: [subnet] })
    b.interfaceEndpoint(vpc, 'logs', { id: 'vpce-second', subnets: [subnet], privateDns })
  })
