import { zonesOf } from '../aws/zonesOf.ts'
import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { enisOutsideService } from '../topology/refuse/enisOutsideService.ts'
import { isMade } from '../topology/refuse/refusal.ts'
import type { SubnetNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { consumersIn } from './parts/consumers.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, endpoint service Availability Zones; refusal as quoted in terraform-aws-vpc issue 785. */
export const serviceLacksZone: Check = {
  id: 'service-lacks-zone',
  severity: 'error',
  title: 'Endpoint in a zone that the service is not in',
  why: 'A service is in the zones of its load balancers, one of AWS’s in those that AWS tells an account, and an endpoint can be only there. Zone names mean different zones in different accounts; the zone ids, such as use1-az1, tell them apart.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  *find({ design, topology, catalogue }) {
    for (const net of topology.endpoints.values())
      for (const { subnet, origin } of isMade(net.id) ? [] : enisOutsideService(net))
        yield {
          at: [origin, place(subnet.vpc.accountId, 'serviceZones')],
          message: `The ${called(design, subnet.id)} lies in ${zoneText(subnet)}, where the account does not find ${net.service}; it is in ${[...(net.serviceZones ?? [])].toSorted().join(', ')}.`,
          awsError: `The VPC endpoint service ${net.service} does not support the availability zone of the subnet: subnet-….`,
          fixes: takeOut(design, net.id, subnet),
        }
    for (const { id, kind, provider, enis } of consumersIn(design, topology)) {
      if (provider.gap || provider.zoneIds.size === 0) continue
      for (const { subnet, origin } of enis) {
        // zones of a service in another Region need not match
        if (subnet.vpc.regionCode !== provider.regionCode) continue
        const zone = subnet.zoneId ?? zonesOf(catalogue, subnet.vpc.regionCode)[subnet.zoneName] ?? subnet.zoneName
        if (provider.zoneIds.has(zone)) continue
        yield {
          at: [origin, place(provider.id, 'loadBalancers')],
          message: `The ${called(design, subnet.id)} lies in ${zoneText(subnet)}, where the ${called(design, provider.id)} has no load balancer; it is in ${[...provider.zoneIds].toSorted().join(', ')}.`,
          awsError: `The VPC endpoint service ${provider.name} does not support the availability zone of the subnet: subnet-….`,
          fixes: kind === 'interface-endpoint' ? takeOut(design, id, subnet) : [],
        }
      }
    }
  },
  examples: { bad: () => example('use1-az2'), good: () => example('use1-az1') },
}

const zoneText = ({ zoneName, zoneId }: SubnetNet): string => (zoneId === null ? zoneName : `${zoneName} (${zoneId})`)

function takeOut(design: Design, id: ConstructId, { id: subnet }: SubnetNet): readonly Fix[] {
  const endpoint = constructOfKind(design, id, 'interface-endpoint')
  const subnets = endpoint?.subnets.filter((one) => one.subnet !== subnet) ?? []
  if (subnets.length === 0) return []
  const title = `Take the ${called(design, subnet)} out of the endpoint`
  return [{ title, safety: 'review', edits: [change('interface-endpoint', id, { subnets })] }]
}

/** Two accounts with one zone name, which means another zone in each. */
const example = (zoneId: string) =>
  buildDesign((b) => {
    const provider = b.vpc({
      account: b.account({ accountId: '111122223333', zones: { 'us-east-1': { 'us-east-1a': 'use1-az1' } } }),
    })
    const balancer = b.nlb(provider, { subnets: [b.subnet(provider, { cidr: '10.0.1.0/24' })] })
    const service = b.endpointService([balancer])
    const consumer = b.account({ accountId: '444455556666', zones: { 'us-east-1': { 'us-east-1a': zoneId } } })
    const vpc = b.vpc({ account: consumer, cidrs: ['10.1.0.0/16'] })
    b.interfaceEndpoint(vpc, service, { subnets: [b.subnet(vpc, { cidr: '10.1.1.0/24' })] })
  })
