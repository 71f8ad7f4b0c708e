import { isSameService } from '../aws/serviceForms.ts'
import { WORKLOAD_TITLES } from '../aws/workloads/workloadTitles.ts'
import { groupBy } from '../base/groupBy.ts'
import { listWords } from '../base/words.ts'
import { listOfKind, vpcOf } from '../model/containment.ts'
import { shortServiceName } from '../model/kinds/detailParts.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type AskedNeed, askNeeds } from '../needs/askNeeds.ts'
import { needsOf } from '../needs/needsOf.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check, CheckContext, Fix, Sighting } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { lives } from './parts/endpointLife.ts'
import { fixByEndpoints } from './parts/fixByEndpoints.ts'
import { place } from './parts/place.ts'

/** A client and what becomes of the names that its workloads always ask for. */
interface Asker {
  readonly id: ConstructId
  readonly vpc: ConstructId
  readonly asked: readonly AskedNeed[]
}

/** By the simulator's own answers: what a NAT gateway, a proxy or another VPC's endpoint serves is not missing, and what cannot be told is nobody's fault. */
export const workloadEndpointMissing: Check = {
  id: 'workload-endpoint-missing',
  severity: 'warning',
  title: 'Workload that does not reach what it needs',
  why: 'What runs on a client asks AWS for names of its own accord. In a private subnet each of them needs an endpoint, or a way to public addresses.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  *find(context) {
    const askers = listAskers(context)
    const lacking = groupBy(
      askers.filter((one) => hostsOf(one, 'missing') !== ''),
      (one) => `${one.vpc} ${hostsOf(one, 'missing')}`,
    )
    for (const alike of lacking.values()) yield missing(context, alike)
    const stopped = groupBy(
      askers.filter((one) => hostsOf(one, 'blocked') !== ''),
      (one) => `${one.vpc} ${hostsOf(one, 'blocked')} ${blockers(one).join()}`,
    )
    for (const alike of stopped.values()) yield blocked(context, alike)
  },
  examples: { bad: () => example(['ecr.dkr']), good: () => example(['ecr.api', 'ecr.dkr']) },
}

function listAskers({ design, topology, catalogue }: CheckContext): readonly Asker[] {
  return listOfKind(design, 'client').flatMap((client) => {
    const needs = client.workloads.length === 0 ? [] : needsOf(design, catalogue, client)
    const always = needs.filter(({ when }) => when.length === 0)
    const vpc = vpcOf(design, client.id)?.id
    return vpc === undefined || always.length === 0 ? [] : [{ id: client.id, vpc, asked: askNeeds(topology, always) }]
  })
}

const needsIn = ({ asked }: Asker, state: AskedNeed['state']) => asked.filter((one) => one.state === state)
const hostsOf = (asker: Asker, state: AskedNeed['state']): string =>
  needsIn(asker, state)
    .map(({ need }) => need.request.to)
    .join()
const blockers = (asker: Asker): readonly string[] =>
  needsIn(asker, 'blocked').map(({ verdict }) => verdict.decidedBy?.construct ?? '')

/** `For “EKS node” the client “a” needs sts…` */
function whoNeeds({ design }: CheckContext, askers: readonly Asker[], asked: readonly AskedNeed[]): string {
  const ids = askers.map(({ id }) => id)
  const workloads = [...new Set(asked.flatMap(({ need }) => need.workloads))].map((id) => `“${WORKLOAD_TITLES[id]}”`)
  return `For ${listWords(workloads)} ${calledAll(design, ids)} ${ids.length === 1 ? 'needs' : 'need'} ${listWords(asked.map(({ need }) => need.request.to))}`
}

function missing(context: CheckContext, askers: readonly Asker[]): Sighting {
  const [first] = askers
  const asked = needsIn(first!, 'missing')
  const services = servicesOf(asked)
  const there = standing(context, first!.vpc, services)
  const absent = services.filter((service) => !there.some((one) => isSameService(one.service, service)))
  const without = asked.filter(({ need }) => need.endpoint === null).map(({ need }) => need.request.to)
  const sentences = [
    `${whoNeeds(context, askers, asked)}, and nothing leads there.`,
    ...(absent.length > 0
      ? [
          `What is missing: ${absent.length === 1 ? 'an endpoint' : 'endpoints'} for ${listWords(absent)}, or a way to public addresses.`,
        ]
      : []),
    ...there.map(
      ({ id }) =>
        `The ${called(context.design, id)} is there, but does not serve ${askers.length === 1 ? 'it' : 'them'}.`,
    ),
    ...(without.length > 0
      ? [`No endpoint serves ${listWords(without)} here: only a way to public addresses does.`]
      : []),
  ]
  return {
    at: [
      place(first!.id, 'workloads'),
      ...askers.slice(1).map(({ id }) => place(id, 'workloads')),
      ...there.map(({ id }) => place(id)),
      place(first!.vpc),
    ],
    message: sentences.join(' '),
    fixes: addEndpoints(context, askers, asked),
  }
}

const servicesOf = (asked: readonly AskedNeed[]): readonly string[] => [
  ...new Set(asked.flatMap(({ need }) => need.endpoint?.service ?? [])),
]

/** Endpoints of the VPC for some services that are there, or will be. */
const standing = ({ design }: CheckContext, vpc: ConstructId, services: readonly string[]) =>
  [
    ...listOfKind(design, 'interface-endpoint').filter(({ endpointService }) => endpointService === null),
    ...listOfKind(design, 'gateway-endpoint'),
  ].filter((one) => one.vpc === vpc && lives(one) && services.some((service) => isSameService(one.service, service)))

function addEndpoints(context: CheckContext, askers: readonly Asker[], asked: readonly AskedNeed[]): readonly Fix[] {
  const what = listWords(servicesOf(asked).map(shortServiceName))
  return fixByEndpoints(
    context,
    askers.map(({ id }) => id),
    asked.map(({ need }) => need),
    (bringsGroup) => `Add what is missing for ${what}${bringsGroup ? ', with a security group of their own' : ''}`,
  )
}

function blocked(context: CheckContext, askers: readonly Asker[]): Sighting {
  const [first] = askers
  const asked = needsIn(first!, 'blocked')
  const deciding = asked.flatMap(({ verdict }) => verdict.decidedBy ?? [])
  const names = [...new Set(deciding.map(({ construct }) => construct))]
  const why =
    names.length > 0
      ? `: ${calledAll(context.design, names)} ${names.length === 1 ? 'stands' : 'stand'} in the way`
      : ''
  return {
    at: [
      place(first!.id, 'workloads'),
      ...distinct(deciding).filter(({ construct }) => construct !== first!.id),
      ...askers.slice(1).map(({ id }) => place(id, 'workloads')),
    ],
    message: `${whoNeeds(context, askers, asked)}, and the way there is blocked${why}.`,
  }
}

const distinct = (places: readonly Origin[]): readonly Origin[] => [
  ...new Map(places.map((one) => [JSON.stringify(one), one])).values(),
]

const example = (services: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, { id: 'sg-app' })
    const own = b.securityGroup(vpc, { id: 'sg-endpoints', ingress: [['tcp', 443, group]] })
    b.ecs(subnet, { id: 'app', securityGroups: [group], workloads: ['ecr-pull'] })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
    for (const service of services) b.interfaceEndpoint(vpc, service, { subnets: [subnet], securityGroups: [own] })
  })
