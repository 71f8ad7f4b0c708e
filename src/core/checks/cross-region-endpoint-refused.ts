import { isOfferedAcrossRegions, zonesWithoutCrossRegion } from '../aws/crossRegion.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isMade } from '../topology/refuse/refusal.ts'
import { inOnePartition } from '../topology/refuse/regions.ts'
import type { EndpointNet } from '../topology/topology.ts'
import type { Check, CheckContext, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** What only concerns the name of the service is `service-in-other-region`. */
export const crossRegionEndpointRefused: Check = {
  id: 'cross-region-endpoint-refused',
  severity: 'error',
  title: 'Endpoint for another Region that AWS refuses',
  why: 'A service is reached from other Regions only where its owner has named them, and only some of AWS’s own services are. A few Availability Zones have no such access.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html',
  *find(context) {
    const { design, topology } = context
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const net = topology.endpoints.get(endpoint.id)
      const { id, serviceRegion } = endpoint
      if (!net || serviceRegion === null || serviceRegion === net.vpc.regionCode || !lives(endpoint)) continue
      yield* notOffered(context, endpoint, net)
      for (const { origin, subnet } of net.enis)
        if (subnet.zoneId !== null && zonesWithoutCrossRegion.has(subnet.zoneId))
          yield {
            at: [origin, place(id, 'serviceRegion')],
            message: `The ${called(design, subnet.id)} lies in ${subnet.zoneId}, from where no service of another Region can be reached.`,
            awsError: 'Only the following availability zones are supported for remote access: …',
            fixes: takeOut(design, id, subnet.id),
          }
    }
  },
  examples: { bad: () => example([]), good: () => example(['us-east-1']) },
}

function* notOffered(
  { design, catalogue }: CheckContext,
  endpoint: ConstructOf<'interface-endpoint'>,
  { vpc, provider }: EndpointNet,
): Iterable<Sighting> {
  const { id, service, serviceRegion } = endpoint
  if (provider) {
    if (provider.supportedRegions.includes(vpc.regionCode) || provider.regionCode === vpc.regionCode) return
    const supportedRegions = [...provider.supportedRegions, vpc.regionCode]
    yield {
      at: [place(id, 'serviceRegion'), place(provider.id, 'supportedRegions')],
      message: `The ${called(design, id)} lies in ${vpc.regionCode}, which is not among the Regions that the ${called(design, provider.id)} of ${provider.regionCode} supports.`,
      fixes: [
        {
          title: `Add ${vpc.regionCode} to the supported Regions`,
          safety: 'review',
          edits: [change('endpoint-service', provider.id, { supportedRegions })],
        },
      ],
    }
    return
  }
  const found = awsServiceOf({ catalogue }, endpoint)
  if (!found || serviceRegion === null || isMade(id)) return
  const at = [place(id, 'serviceRegion'), place(id, 'service')] as const
  const states = `The ${called(design, id)} states ${serviceRegion} as the Region of its service, but`
  if (!isOfferedAcrossRegions(found.entry))
    yield { at, message: `${states} AWS does not offer ${service} across Regions.` }
  else if (!inOnePartition(catalogue, serviceRegion, vpc.regionCode))
    yield { at, message: `${states} ${vpc.regionCode} belongs to another partition of AWS.` }
}

function takeOut(design: Design, id: string, subnet: string): Sighting['fixes'] & {} {
  const subnets = constructOfKind(design, id, 'interface-endpoint')!.subnets.filter((one) => one.subnet !== subnet)
  return subnets.length === 0
    ? []
    : [
        {
          title: `Take the ${called(design, subnet)} out of the endpoint`,
          safety: 'review',
          edits: [change('interface-endpoint', id, { subnets })],
        },
      ]
}

const example = (supportedRegions: readonly string[]) =>
  buildDesign((b) => {
    const provider = b.vpc({ region: b.region('eu-west-1') })
    const balancer = b.nlb(provider, { subnets: [b.subnet(provider, { zone: 'eu-west-1a', cidr: '10.0.1.0/24' })] })
    const service = b.endpointService([balancer], { supportedRegions })
    const vpc = b.vpc({ region: b.region('us-east-1'), cidrs: ['10.1.0.0/16'] })
    const subnets = [b.subnet(vpc, { cidr: '10.1.1.0/24' })]
    b.interfaceEndpoint(vpc, service, { subnets, serviceRegion: 'eu-west-1' })
  })
