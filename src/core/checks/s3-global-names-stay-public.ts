import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import { decide } from '../sim/simulate.ts'
import type { Check, Fix } from './check.ts'
import { askersByVpc, onePerTable } from './parts/askersByVpc.ts'
import { called } from './parts/called.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

type Zone = ConstructOf<'hosted-zone'>

/** The global names are S3’s own in this Region alone; elsewhere they stand for buckets of any Region. Source: S3 guide, endpoints and virtual hosting. */
const REGIONAL = 's3.us-east-1.amazonaws.com'
const GLOBAL = 's3.amazonaws.com'

/** Asked of the simulator: a gateway endpoint, a NAT gateway or a second zone leads there as well. */
export const s3GlobalNamesStayPublic: Check = {
  id: 's3-global-names-stay-public',
  severity: 'advice',
  title: 'Own zone for S3 that leaves its global names out',
  why: 'In us-east-1 S3 is asked by s3.amazonaws.com too, by older tools above all. A private hosted zone for the regional name alone leaves that one to public DNS, and in a VPC without a way to public addresses it is lost. The certificate of the endpoint holds both.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
  *find(context) {
    const { design, topology } = context
    const askers = askersByVpc(design)
    for (const zone of listOfKind(design, 'hosted-zone')) {
      if (zone.visibility !== 'private' || parseDnsName(zone.domain) !== REGIONAL) continue
      const endpoint = zone.records.flatMap(({ alias }) =>
        alias === null ? [] : (constructOfKind(design, alias, 'interface-endpoint') ?? []),
      )[0]
      if (!endpoint || !lives(endpoint) || !awsServiceOf(context, endpoint)?.entry.name.endsWith('.s3')) continue
      const vpc = zone.vpcs.find((id) =>
        onePerTable(topology, askers.get(id) ?? []).some(({ id: from }) => {
          const ask = (to: string) => decide(topology, { from, to, protocol: 'tcp', port: 443 })
          return ask(REGIONAL).kind === 'succeeds' && isLost(ask(GLOBAL))
        }),
      )
      if (vpc === undefined) continue
      yield {
        at: [place(zone.id, 'domain'), place(endpoint.id), place(vpc)],
        message: `The ${called(design, zone.id)} leads ${REGIONAL} to the ${called(design, endpoint.id)}; ${GLOBAL} and the names below it stay public, and nothing leads there from the ${called(design, vpc)}.`,
        fixes: [addZone(design, zone, endpoint.id)],
      }
    }
  },
  examples: { bad: () => example([REGIONAL]), good: () => example([REGIONAL, GLOBAL]) },
}

/** Fails on its way to public addresses, not at a private zone. */
const isLost = ({ kind, symptom }: ReturnType<typeof decide>): boolean =>
  kind === 'fails' && symptom === 'connection-times-out'

function addZone(design: Design, zone: Zone, alias: string): Fix {
  const records = ['@', '*'].map((name) => ({ name, type: 'A', values: [], alias }) as const)
  const construct = { ...zone, id: newId(design, 'hosted-zone'), name: GLOBAL, domain: GLOBAL, records: [...records] }
  return {
    title: `Add a private hosted zone ${GLOBAL} with itself and * as aliases of the ${called(design, alias)}`,
    safety: 'review',
    edits: [{ kind: 'add', construct }],
  }
}

const example = (domains: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ec2(subnet)
    const alias = b.interfaceEndpoint(vpc, 's3', { subnets: [subnet], privateDns: false })
    for (const domain of domains) {
      const names = ['@', '*'].map((name) => ({ name, alias }))
      b.hostedZone(domain, [vpc], { records: names })
    }
  })
