import { findService } from '../aws/findService.ts'
import { constructOfKind, listOfKind, regionOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { regionInName } from '../topology/refuse/regions.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

const KINDS = [
  'gateway-endpoint',
  'interface-endpoint',
  'gateway-load-balancer-endpoint',
  'aws-service',
] as const satisfies readonly ConstructKind[]

/** Source: AWS PrivateLink guide, considerations and cross-Region access; S3 prefix lists are those of one Region. What AWS takes across Regions: `cross-region-endpoint-refused`. */
export const serviceInOtherRegion: Check = {
  id: 'service-in-other-region',
  severity: 'error',
  title: 'Service of another Region',
  why: 'An endpoint leads to the service of the Region that its VPC is in. An interface endpoint reaches one of another Region only where it states that Region, which AWS offers for endpoint services and a few services of its own.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find(context) {
    const { design } = context
    for (const kind of KINDS)
      for (const { id, ...one } of listOfKind(design, kind)) {
        const code = regionOf(design, id)?.code
        const stated = 'serviceRegion' in one ? one.serviceRegion : null
        const drawn = 'endpointService' in one ? one.endpointService : null
        const region = regionOfService(context, drawn, one.service)
        // services without a Region in their name (IAM and the like) answer for every Region
        if (code === undefined || region === null || region === (stated ?? code)) continue
        const what = drawn === null ? one.service : `the ${called(design, drawn)}`
        yield {
          at: [
            stated === null ? place(id, drawn === null ? 'service' : 'endpointService') : place(id, 'serviceRegion'),
          ],
          message:
            stated === null
              ? `The ${called(design, id)} lies in ${code} but names ${what}, a service of ${region}.`
              : `The ${called(design, id)} states ${stated} as the Region of its service but names ${what}, a service of ${region}.`,
          fixes: [
            ...nameOwn(context, kind, id, one.service, code, drawn),
            ...stateRegion(design, kind, id, region, code),
          ],
        }
      }
  },
  examples: { bad: () => example('eu-west-1'), good: () => example('us-east-1') },
}

/** The Region that a service belongs to; null where its name says none. */
function regionOfService({ design, catalogue }: CheckContext, drawn: string | null, service: string): string | null {
  if (drawn !== null) return regionOf(design, drawn)?.code ?? null
  return regionInName(catalogue, service)
}

function nameOwn(
  { catalogue }: CheckContext,
  kind: (typeof KINDS)[number],
  id: string,
  service: string,
  code: string,
  drawn: string | null,
): readonly Fix[] {
  const found = drawn === null ? findService(catalogue, service) : null
  if (!found) return []
  const own = found.entry.name.replaceAll('{r}', code)
  const fields = kind === 'interface-endpoint' ? { service: own, serviceRegion: null } : { service: own }
  return [{ title: `Name ${own} instead`, safety: 'review', edits: [change(kind, id, fields)] }]
}

function stateRegion(
  design: Design,
  kind: (typeof KINDS)[number],
  id: string,
  region: string,
  code: string,
): readonly Fix[] {
  const provider = kind === 'interface-endpoint' ? constructOfKind(design, id, kind)?.endpointService : null
  if (!provider) return []
  const serviceRegion = region === code ? null : region
  // offered only where the owner has it so
  const offered = constructOfKind(design, provider, 'endpoint-service')?.supportedRegions.includes(code)
  if (serviceRegion !== null && !offered) return []
  const title = serviceRegion === null ? 'State no Region' : `State ${region} as the Region of the service`
  return [{ title, safety: 'review', edits: [change('interface-endpoint', id, { serviceRegion })] }]
}

const example = (region: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, `com.amazonaws.${region}.s3`, { routeTables: [b.mainTable(vpc)] })
  })
