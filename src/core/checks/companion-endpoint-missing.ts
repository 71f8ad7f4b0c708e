import type { Catalogue } from '../aws/catalogue.ts'
import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { shortServiceName } from '../model/kinds/detailParts.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { needsOf } from '../needs/needsOf.ts'
import type { TableNet, Topology } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { askersByVpc } from './parts/askersByVpc.ts'
import { called } from './parts/called.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Services whose users ask others as well. Sources: ECR, Systems Manager and CodeArtifact guides on VPC endpoints. */
const COMPANIONS: readonly { readonly of: string; readonly needs: readonly string[]; readonly why: string }[] = [
  {
    of: 'ecr.dkr',
    needs: ['ecr.api', 's3'],
    why: 'pulling an image asks ecr.api for leave and fetches the layers from S3',
  },
  { of: 'ecr.api', needs: ['ecr.dkr', 's3'], why: 'images come from ecr.dkr and their layers from S3' },
  { of: 'ssm', needs: ['ssmmessages'], why: 'the agent of Systems Manager keeps its sessions through ssmmessages' },
  { of: 'ssmmessages', needs: ['ssm'], why: 'the agent of Systems Manager registers through ssm' },
  {
    of: 'codeartifact.repositories',
    needs: ['codeartifact.api', 's3'],
    why: 'tokens come from codeartifact.api and packages from S3',
  },
  {
    of: 'codeartifact.api',
    needs: ['codeartifact.repositories', 's3'],
    why: 'packages come from codeartifact.repositories and S3',
  },
]

/** Only where some client has no other way out, since one with NAT reaches the companion in public, and does not say what runs on it: what that needs `workload-endpoint-missing` tells. */
export const companionEndpointMissing: Check = {
  id: 'companion-endpoint-missing',
  severity: 'advice',
  title: 'Endpoint that needs a companion',
  why: 'Some services do their work together with others. In a VPC without another way out, an endpoint for one of them is not enough.',
  learnMore: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  *find({ design, topology, catalogue }) {
    const endpoints = [
      ...listOfKind(design, 'interface-endpoint'),
      ...listOfKind(design, 'gateway-endpoint').map((one) => ({ ...one, endpointService: null })),
    ].filter((one) => lives(one))
    const askers = askersByVpc(design)
    const shortNameOf = (endpoint: (typeof endpoints)[number]): string =>
      awsServiceOf({ catalogue }, endpoint)?.entry.name.replace('com.amazonaws.{r}.', '') ?? ''
    for (const [vpcId, own] of groupBy(endpoints, (endpoint) => endpoint.vpc)) {
      const vpc = topology.vpcs.get(vpcId)
      const clients = (askers.get(vpcId) ?? []).filter(({ id }) => isIsolated(topology, id))
      if (!vpc || !clients.some(({ workloads }) => workloads.length === 0)) continue
      const present = new Set([
        ...own.map(shortNameOf),
        ...clients.flatMap((client) => neededBy(design, catalogue, client)),
      ])
      for (const endpoint of own) {
        const { id } = endpoint
        const companion = COMPANIONS.find((one) => one.of === shortNameOf(endpoint))
        const missing = companion?.needs.filter((need) => !present.has(need)) ?? []
        if (!companion || missing.length === 0) continue
        yield {
          at: [place(id, 'service'), place(vpcId)],
          message: `The ${called(design, id)} alone is not enough in the ${called(design, vpcId)}: ${companion.why}. An endpoint for ${missing.join(' and for ')} is missing.`,
        }
      }
    }
  },
  examples: { bad: () => example(['ecr.dkr']), good: () => example(['ecr.dkr', 'ecr.api']) },
}

const hasWayOut = ({ routes4 }: TableNet): boolean =>
  routes4.some(({ block, target }) => block.length === 0 && target.kind !== 'blackhole' && target.kind !== 'unknown')

const isIsolated = ({ enisOf }: Topology, id: string): boolean =>
  (enisOf.get(id) ?? []).some(({ subnet }) => !hasWayOut(subnet.table))

/** Services that the workloads of a client ask for always. */
const neededBy = (design: Design, catalogue: Catalogue, client: ConstructOf<'client'>): readonly string[] =>
  needsOf(design, catalogue, client).flatMap(({ endpoint, when }) =>
    endpoint && when.length === 0 ? shortServiceName(endpoint.service) : [],
  )

const example = (services: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ecs(subnet)
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
    for (const service of services) b.interfaceEndpoint(vpc, service, { subnets: [subnet] })
  })
