import { bucket, type Need, only, regional } from '../aws/workloads/workload.ts'
import { WORKLOADS } from '../aws/workloads/workloads.ts'
import { listWords } from '../base/words.ts'
import { listOfKind } from '../model/containment.ts'
import { shortServiceName } from '../model/kinds/detailParts.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { askNeeds } from '../needs/askNeeds.ts'
import { type ClientNeed, endpointIn, hostIn } from '../needs/needsOf.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { askersByVpc, byTable } from './parts/askersByVpc.ts'
import { called, calledAll } from './parts/called.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { fixByEndpoints } from './parts/fixByEndpoints.ts'
import { place } from './parts/place.ts'

type Client = ConstructOf<'client'>
type Endpoint = ConstructOf<'interface-endpoint'> | ConstructOf<'gateway-endpoint'>

/** A service, a name that its endpoint serves, and names that go with it and are served by others, or by none. */
interface Beside {
  readonly own: Pick<Need, 'host' | 'service'>
  /** To follow “does not serve”. */
  readonly what: string
  readonly left: readonly Need[]
}

const asked = (name: Parameters<typeof only>[1]): Need => only('where it is asked for', name)

/** Regions with directory buckets. Source: S3 user guide, networking for directory buckets, read in November 2026. */
const WITH_DIRECTORY_BUCKETS = {
  codes: /^(us-east-1|us-east-2|us-west-2|ap-south-1|ap-northeast-1|eu-west-1|eu-north-1)$/,
  words: 'where directory buckets are',
}

/** What controllers of clusters ask outside of their Region. */
const CONTROLLERS = (['eks-karpenter', 'eks-external-dns'] as const)
  .flatMap((workload) => WORKLOADS[workload].needs)
  .filter(({ host }) => !host.includes('{r}'))

/** Sources: S3 user guide, networking for directory buckets; DynamoDB guide, PrivateLink for Streams (no gateway endpoints); IAM guide, a VPC endpoint for STS (Regional names only); the pages of the workloads. */
const BESIDE: readonly Beside[] = [
  {
    own: bucket('example-bucket'),
    what: 'directory buckets (S3 Express One Zone), which have names, addresses and a gateway endpoint of their own',
    left: [asked({ ...regional('s3express', 's3express-control'), regions: WITH_DIRECTORY_BUCKETS })],
  },
  {
    own: regional('dynamodb'),
    what: 'streams of tables, which have a name and an interface endpoint of their own',
    left: [asked(regional('dynamodb-streams', 'streams.dynamodb'))],
  },
  {
    own: regional('eks'),
    what: 'all that controllers of clusters ask: Karpenter asks IAM and the price list too, ExternalDNS Route 53, which live in other Regions',
    left: CONTROLLERS,
  },
]

/** By the simulator’s own answers, and only for clients that do not say what runs on them: those that do are told by that. */
export const endpointLeavesNamesOut: Check = {
  id: 'endpoint-leaves-names-out',
  severity: 'advice',
  title: 'Names that an endpoint is easily taken to serve',
  why: 'An endpoint serves the names of its one service. Some that people count in belong to another service, or to one that lives in another Region: where no way leads to public addresses they time out, though the endpoint works.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-az-networking.html',
  *find(context) {
    const { design } = context
    const clients = askersByVpc(design)
    const endpoints: readonly Endpoint[] = [
      ...listOfKind(design, 'interface-endpoint'),
      ...listOfKind(design, 'gateway-endpoint'),
    ]
    for (const endpoint of endpoints) {
      const beside = lives(endpoint) ? besideOf(context, endpoint) : undefined
      if (!beside) continue
      const askers = (clients.get(endpoint.vpc) ?? []).filter(({ workloads }) => workloads.length === 0)
      const lacking = lackingAt(context, endpoint, beside, askers)
      if (lacking.clients.length === 0) continue
      const hosts = lacking.needs.map(({ request }) => request.to)
      yield {
        at: [place(endpoint.id, 'service'), place(endpoint.vpc)],
        message: `The ${called(design, endpoint.id)} does not serve ${beside.what}. Nothing leads to ${listWords(hosts)} from ${calledAll(design, lacking.clients)}.`,
        fixes: addEndpoints(context, lacking),
      }
    }
  },
  examples: { bad: () => example(['s3']), good: () => example(['s3', 's3express']) },
}

function besideOf({ catalogue }: CheckContext, endpoint: Endpoint): Beside | undefined {
  const found = awsServiceOf({ catalogue }, { endpointService: null, ...endpoint })
  return found ? BESIDE.find(({ own }) => own.service === found.entry.name) : undefined
}

interface Lacking {
  readonly clients: readonly ConstructId[]
  readonly needs: readonly ClientNeed[]
}

/** The clients that the endpoint serves and that reach nothing beside it: one for each route table is asked. */
function lackingAt(
  { topology, catalogue }: CheckContext,
  endpoint: Endpoint,
  beside: Beside,
  all: readonly Client[],
): Lacking {
  const region = topology.vpcs.get(endpoint.vpc)?.regionCode ?? ''
  const clients: ConstructId[] = []
  const needs = new Map<string, ClientNeed>()
  for (const alike of byTable(topology, all).values()) {
    const from = alike[0]!.id
    const needOf = (need: Need): ClientNeed => ({
      workloads: [],
      request: { from, to: hostIn(catalogue, need.host, region), protocol: need.protocol, port: need.port },
      endpoint: endpointIn(catalogue, need, region),
      when: [],
      source: '',
    })
    const own = askNeeds(topology, [needOf(asked({ ...beside.own, port: 443 }))])[0]!
    if (own.state !== 'reached' || !own.verdict.via.includes(endpoint.id)) continue
    const left = beside.left.filter(({ regions }) => regions?.codes.test(region) ?? true).map(needOf)
    const missing = askNeeds(topology, left).filter(({ state }) => state === 'missing')
    if (missing.length > 0) for (const { id } of alike) clients.push(id)
    for (const { need } of missing) needs.set(need.request.to, need)
  }
  return { clients, needs: [...needs.values()] }
}

/** One fix for each service that has an endpoint whose names lead to it of themselves. */
function addEndpoints(context: CheckContext, { clients, needs }: Lacking): readonly Fix[] {
  return needs.flatMap((need): readonly Fix[] => {
    const service = need.endpoint?.service
    if (service === undefined) return []
    const found = awsServiceOf(context, { endpointService: null, service })
    if (need.endpoint?.type === 'interface' && found?.entry.privateDns === 'none') return []
    return fixByEndpoints(context, clients, [need], () => `Add an endpoint for ${shortServiceName(service)}`)
  })
}

const example = (services: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }))
    const routeTables = [b.mainTable(vpc)]
    for (const service of services) b.gatewayEndpoint(vpc, service, { routeTables })
  })
