import { isOfferedAcrossRegions } from '../aws/crossRegion.ts'
import { listOfKind, regionOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isMade } from '../topology/refuse/refusal.ts'
import { homesElsewhere, inOnePartition } from '../topology/refuse/regions.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Sources: IAM guide, interface endpoints (“only in the Region where the control plane is”); Organizations guide (“only in us-east-1”); host lists of botocore. */
export const serviceNotInRegion: Check = {
  id: 'service-not-in-region',
  severity: 'error',
  title: 'Service that lives in another Region alone',
  why: 'IAM, Route 53, Organizations, the price list and a few others have their control plane in one Region, or in very few, and endpoints for them are made there. IAM and Route 53 are also reached from other Regions, by an endpoint that states theirs; for the rest one needs a way to an endpoint there, or to public addresses.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_interface_vpc_endpoints.html',
  *find(context) {
    const { design, catalogue } = context
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const { id, service } = endpoint
      const code = regionOf(design, id)?.code
      if (code === undefined || isMade(id) || !lives(endpoint) || !awsServiceOf({ catalogue }, endpoint)) continue
      const homes = homesElsewhere(catalogue, endpoint, code)
      if (!homes) continue
      yield {
        at: [place(id, 'service')],
        message: `The ${called(design, id)} in ${code} is for ${service}, which is there in ${homes.join(', ')} alone.`,
        awsError: `InvalidServiceName: The Vpc Endpoint Service '${service}' does not exist`,
        fixes: stateHome(context, endpoint, homes, code),
      }
    }
  },
  examples: { bad: () => example('us-west-2'), good: () => example('us-east-1') },
}

/** What is offered across Regions can be had from here. */
function stateHome(
  { catalogue }: CheckContext,
  endpoint: Parameters<typeof awsServiceOf>[1] & { readonly id: string },
  homes: readonly string[],
  code: string,
): readonly Fix[] {
  const found = awsServiceOf({ catalogue }, endpoint)
  const home = homes.find((one) => inOnePartition(catalogue, one, code))
  if (found?.region !== '' || home === undefined || !isOfferedAcrossRegions(found.entry)) return []
  return [
    {
      title: `State ${home} as the Region of the service`,
      safety: 'review',
      edits: [change('interface-endpoint', endpoint.id, { serviceRegion: home })],
    },
  ]
}

const example = (region: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ region: b.region(region), dnsHostnames: true })
    b.interfaceEndpoint(vpc, 'com.amazonaws.iam', {
      subnets: [b.subnet(vpc, { zone: `${region}a`, cidr: '10.0.1.0/24' })],
    })
  })
