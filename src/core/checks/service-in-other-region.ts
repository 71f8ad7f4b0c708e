import { findService } from '../aws/index.ts'
import { regionOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, considerations; S3 prefix lists are those of one Region. */
export const serviceInOtherRegion: Check = {
  id: 'service-in-other-region',
  severity: 'error',
  title: 'Service of another Region',
  why: 'An endpoint leads to the service of the Region that its VPC is in. AWS takes a few services across Regions when the endpoint states a service Region; designs cannot say that yet.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design, catalogue }) {
    for (const kind of ['gateway-endpoint', 'interface-endpoint', 'aws-service'] as const)
      for (const { id, service } of ofKind(design, kind)) {
        const code = regionOf(design, id)?.code
        const found = findService(catalogue, service)
        // services without a Region in their name (IAM and the like) answer for every Region
        if (code === undefined || !found?.region || found.region === code) continue
        const own = found.entry.name.replaceAll('{r}', code)
        yield {
          at: [place(id, 'service')],
          message: `The ${called(design, id)} lies in ${code} but names ${service}, a service of ${found.region}.`,
          fixes: [{ title: `Name ${own} instead`, safety: 'review', edits: [change(kind, id, { service: own })] }],
        }
      }
  },
  examples: { bad: () => example('eu-west-1'), good: () => example('us-east-1') },
}

const example = (region: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, `com.amazonaws.${region}.s3`, { routeTables: [b.mainTable(vpc)] })
  })
