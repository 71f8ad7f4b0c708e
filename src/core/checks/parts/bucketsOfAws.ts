import type { Catalogue } from '../../aws/catalogue.ts'
import { findService } from '../../aws/findService.ts'
import { WORKLOAD_TITLES } from '../../aws/workloads/workloadTitles.ts'
import { listOfKind, regionOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { shortServiceName } from '../../model/kinds/detailParts.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { needsOf } from '../../needs/needsOf.ts'
import { askersByVpc } from './askersByVpc.ts'
import { lives } from './endpointLife.ts'

/** A bucket of AWS’s that something in a VPC fetches from, or writes to. */
export interface BucketOfAws {
  readonly bucket: string
  readonly action: 's3:GetObject' | 's3:PutObject'
  /** What asks for it, to begin a sentence with. */
  readonly asker: string
  /** The construct that it is on. */
  readonly at: ConstructId
  /** False: whoever asks does not say who it is. True: somebody signs, who may be AWS. */
  readonly isSigned: boolean
}

/** Wait conditions and custom resources are answered by an upload to a signed address. Source: CloudFormation guide, VPC endpoints. */
const ANSWERS = 'cloudformation-waitcondition-'
/** Package managers ask without credentials. Source: Amazon Linux guide, package repositories. */
const REPOSITORIES = /^(?:al2023|amazonlinux|packages)/

/** Buckets of AWS’s that what is in each VPC asks for: by the workloads of its clients, and by its endpoints for ECR. */
export function bucketsOfAws(design: Design, catalogue: Catalogue): ReadonlyMap<ConstructId, readonly BucketOfAws[]> {
  const found = new Map<ConstructId, BucketOfAws[]>()
  const add = (vpc: ConstructId, one: BucketOfAws): void => {
    const list = found.get(vpc) ?? []
    if (!list.some(({ bucket }) => bucket === one.bucket)) found.set(vpc, [...list, one])
  }
  for (const [vpc, clients] of askersByVpc(design))
    for (const client of clients)
      for (const { request, endpoint, workloads, when } of needsOf(design, catalogue, client)) {
        const [bucket, ...rest] = request.to.split('.s3.')
        if (!bucket || rest.length === 0 || !endpoint || shortServiceName(endpoint.service) !== 's3') continue
        // one’s own, by a sample name
        if (bucket === 'example-bucket') continue
        const title = WORKLOAD_TITLES[workloads[0]!]
        const condition = when.length > 0 ? ` (${when.join(', ')})` : ''
        const isAnswer = bucket.startsWith(ANSWERS)
        add(vpc, {
          bucket,
          action: isAnswer ? 's3:PutObject' : 's3:GetObject',
          asker: `${title}${condition}`,
          at: client.id,
          isSigned: !REPOSITORIES.test(bucket),
        })
        // the Region is written without hyphens there
        const region = bucket.slice(ANSWERS.length).replaceAll('-', '')
        if (isAnswer)
          add(vpc, {
            bucket: `cloudformation-custom-resource-response-${region}`,
            action: 's3:PutObject',
            asker: `${title} (with custom resources)`,
            at: client.id,
            isSigned: true,
          })
      }
  for (const endpoint of listOfKind(design, 'interface-endpoint')) {
    const region = regionOf(design, endpoint.vpc)?.code
    const name = endpoint.endpointService === null ? findService(catalogue, endpoint.service)?.entry.name : undefined
    // Source: Amazon ECR user guide, interface VPC endpoints: layers of images come from this bucket
    if (region !== undefined && lives(endpoint) && name === 'com.amazonaws.{r}.ecr.dkr')
      add(endpoint.vpc, {
        bucket: `prod-${region}-starport-layer-bucket`,
        action: 's3:GetObject',
        asker: 'Pulling images from ECR',
        at: endpoint.id,
        isSigned: true,
      })
  }
  return found
}
