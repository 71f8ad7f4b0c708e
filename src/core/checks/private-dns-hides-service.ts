import type { Catalogue } from '../aws/catalogue.ts'
import { indexOf } from '../aws/catalogueIndex.ts'
import { privateNamesOf } from '../aws/findService.ts'
import { isFipsName } from '../aws/fipsNames.ts'
import { rightServiceName } from '../aws/serviceForms.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { decide } from '../sim/simulate.ts'
import type { Check, CheckContext, Fix } from './check.ts'
import { askersByVpc, onePerTable } from './parts/askersByVpc.ts'
import { called } from './parts/called.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { fixByEndpoints } from './parts/fixByEndpoints.ts'
import { place } from './parts/place.ts'

/** Stands for public addresses of every kind. */
const PUBLIC_ADDRESS = '8.8.8.8'

/** Sources: Route 53 guide, private hosted zones: what a zone lacks does not exist; EKS user guide, AWS PrivateLink: an endpoint of its own for the OIDC issuer. */
export const privateDnsHidesService: Check = {
  id: 'private-dns-hides-service',
  severity: 'advice',
  title: 'Private DNS that hides the names of another service',
  why: 'Private DNS makes a private zone for the name of the service, and that zone answers alone for everything below. Where names of another service lie below it and that service has no endpoint in the VPC, they do not exist there, though public DNS has them.',
  learnMore: 'https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html',
  *find(context) {
    const { design, topology, catalogue } = context
    const askers = askersByVpc(design)
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const found = lives(endpoint) ? awsServiceOf(context, endpoint) : null
      if (!found || topology.endpoints.get(endpoint.id)?.privateDns !== 'on') continue
      const below = namesBelow(catalogue, endpoint.service, found.region)
      if (below.length === 0) continue
      // without a way to public addresses nothing is lost by the name
      const asker = onePerTable(topology, askers.get(endpoint.vpc) ?? []).find(
        ({ id }) => decide(topology, publicRequest(id)).kind !== 'fails',
      )
      if (!asker) continue
      for (const { service, name } of below) {
        const request = { from: asker.id, to: name.replace('*', 'name'), protocol: 'tcp' as const, port: 443 }
        const { code, decidedBy } = decide(topology, request)
        if (code !== 'DNS_ENDPOINT_ZONE_NXDOMAIN' || decidedBy?.construct !== endpoint.id) continue
        yield {
          at: [place(endpoint.id, 'privateDns'), place(endpoint.vpc)],
          message: `Private DNS of the ${called(design, endpoint.id)} makes a zone in which ${name} does not exist: in the ${called(design, endpoint.vpc)} that name of ${service} is not found. It has an endpoint service of its own.`,
          fixes: addEndpoint(context, asker.id, service, request),
        }
      }
    }
  },
  examples: { bad: () => example(['eks']), good: () => example(['eks', 'oidc-eks']) },
}

const publicRequest = (from: string) => ({ from, to: PUBLIC_ADDRESS, protocol: 'tcp', port: 443 }) as const

interface NameBelow {
  readonly service: string
  readonly name: string
}

/** The first name of each other service of the Region that lies below a name of this one and is none of its own. FIPS forms are asked for by those who have their endpoints. */
function namesBelow(catalogue: Catalogue, service: string, region: string): readonly NameBelow[] {
  const own = privateNamesOf(catalogue, service)
  const zones = own.filter((name) => !name.startsWith('*') && !own.includes(`*.${name}`)).map((name) => `.${name}`)
  if (zones.length === 0 || region === '') return []
  return indexOf(catalogue).regions.has(region)
    ? catalogue.services.flatMap((entry) => {
        if (isFipsName(entry.name) || (entry.regions && !entry.regions.includes(region))) return []
        const other = rightServiceName(entry.name.replace('{r}', region), 'interface')
        const name = privateNamesOf(catalogue, other).find(
          (one) => !isFipsName(one) && zones.some((zone) => one.endsWith(zone)),
        )
        return name && !own.includes(name) ? [{ service: other, name }] : []
      })
    : []
}

function addEndpoint(
  context: CheckContext,
  client: string,
  service: string,
  request: Parameters<typeof decide>[1],
): readonly Fix[] {
  const endpoint = { service, type: 'interface', serviceRegion: null } as const
  return fixByEndpoints(
    context,
    [client],
    [{ workloads: [], request, endpoint, when: [], source: '' }],
    (bringsGroup) => `Add an endpoint for ${service}${bringsGroup ? ', with a security group of its own' : ''}`,
  )
}

const example = (services: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
    b.ec2(subnet, { publicIp: '3.5.140.9' })
    for (const service of services) b.interfaceEndpoint(vpc, service, { subnets: [subnet] })
  })
