import { isOfferedAcrossRegions } from '../aws/crossRegion.ts'
import { rightServiceName } from '../aws/serviceForms.ts'
import { regionOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { isWithin } from '../net/dnsName.ts'
import type { Step, Verdict } from '../sim/verdict.ts'

type Lookup = Extract<Step, { kind: 'resolve-name' }>

/** API Gateway: through its endpoints private APIs answer alone, so one more would help the others nothing. */
const PRIVATE_APIS = /\.execute-api$/

/** The global names are S3’s own in one Region. Sources: S3 guide, virtual hosting; certificates of S3 in public issues. */
const GLOBAL_S3 = 's3.amazonaws.com'
const S3_HOME = 'us-east-1'

/** Of an AWS service’s public name that nothing leads to from a VPC: which endpoint would, or that none does. */
export function* explainService({ branches }: Verdict, design: Design): Generator<string> {
  const hops = branches[0]?.legs[0]?.hops ?? []
  const here = regionOf(design, hops[0]?.at ?? '')?.code
  const step = hops.flatMap(({ steps }) => steps).findLast((one): one is Lookup => one.kind === 'resolve-name')
  const service = step?.detail.service
  if (!step || !service || here === undefined) return
  const { name: host } = step.detail
  if (isWithin(host, GLOBAL_S3) && here === S3_HOME) {
    yield `${host} is a global name of S3, which private DNS of an interface endpoint does not hold: a gateway endpoint for S3 in the route table of the subnet would lead there, or a private hosted zone ${GLOBAL_S3} whose own name and * lead to an interface endpoint.`
    return
  }
  // endpoints that did not answer are told with their reasons
  if (step.detail.passedOver.length > 0) return
  if (service.name === '') {
    yield `AWS has no endpoint service for ${host} that is known here: only a way to public addresses leads there.`
    return
  }
  if (partitionOf(service.region) !== partitionOf(here) || PRIVATE_APIS.test(service.name)) return
  const type = service.gateway ? 'gateway' : 'interface'
  const name = rightServiceName(service.name, type)
  if (service.region === here)
    yield type === 'gateway'
      ? `${host} is a name of ${name}: a gateway endpoint for it in the route table of the subnet would lead there.`
      : `${host} is a name of ${name}: an interface endpoint for it in the VPC, with private DNS, would lead there.`
  else if (isOfferedAcrossRegions(service))
    yield `${host} is a name of ${service.name} in ${service.region}: an interface endpoint for it that states ${service.region} as the Region of the service would lead there.`
  else
    yield `${host} is a name of ${service.name} in ${service.region}, which AWS does not offer to endpoints of other Regions: only a way to public addresses leads there.`
}

/** Regions of the partition `aws` have no words of their own; '' is none. */
const partitionOf = (region: string): string =>
  region === '' ? 'none' : (/^(cn|us-gov|us-iso[a-z]*|eusc|eu-isoe)-/.exec(region)?.[1] ?? 'aws')
