import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import { shortServiceName } from '../model/kinds/detailParts.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { createIdSource } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatAddress, parseAddress } from '../net/address.ts'
import { covers } from '../net/block.ts'
import { scopeOf } from '../net/scopeOf.ts'
import { decide } from '../sim/simulate.ts'
import type { EndpointNet, Topology, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { askersByVpc, onePerTable } from './parts/askersByVpc.ts'
import { called, calledAll } from './parts/called.ts'
import { admitsPort, tcpPortsOf } from './parts/endpointRules.ts'
import { forwardToInbound } from './parts/forwardToInbound.ts'
import { interfaceOfTarget } from './parts/interfaceOfTarget.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/**
 * Only where the endpoint is meant for another network, by a rule of its groups that names it, and is reached from there by its address.
 * Sources: AWS PrivateLink guide, private DNS; Route 53 guide, forwarding inbound queries; AWS Knowledge Center, private REST APIs from on premises.
 */
export const privateNamesEndAtVpc: Check = {
  id: 'private-names-end-at-vpc',
  severity: 'advice',
  title: 'Endpoint for a network in which its names lead elsewhere',
  why: 'Private DNS of an endpoint counts in its own VPC alone. In other networks the same names are answered by public DNS, so that requests leave by the internet, or are refused as by a private API, unless the names are forwarded to an inbound Resolver endpoint of the VPC or held by a zone of one’s own.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html',
  *find({ design, topology }) {
    const askers = once(() => askersIn(topology))
    const balanced = once(() => balancedEndpoints(topology))
    for (const [vpc, endpoints] of groupBy(topology.endpoints.values(), (one) => one.vpc)) {
      const meant = endpoints.filter(
        ({ id, privateDns, privateNames }) => privateDns === 'on' && privateNames.length > 0 && !balanced().has(id),
      )
      for (const { network, from } of meant.length > 0 ? askers() : []) {
        if (network === vpc) continue
        const lost = meant.filter((one) => isMeantFor(one, network) && from.some((id) => isLost(topology, one, id)))
        const [first, ...more] = lost
        if (!first) continue
        const isApi = lost.some(({ service }) => shortServiceName(service) === 'execute-api')
        const there = `The ${called(design, network.id)} reaches ${calledAll(
          design,
          lost.map(({ id }) => id),
        )} by address, as the security groups say`
        yield {
          at: [place(first.id, 'privateDns'), ...more.map(({ id }) => place(id, 'privateDns')), place(network.id)],
          message: `${there}, but ${namesOf(lost).slice(0, 3).join(', ')} lead${namesOf(lost).length === 1 ? 's' : ''} to public addresses there: private DNS counts in the ${called(design, vpc.id)} alone.${isApi ? ' At those a private API answers with 403.' : ''}`,
          fixes: fixesFor(topology, network, lost),
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

interface Askers {
  readonly network: VpcNet
  readonly from: readonly ConstructId[]
}

/** Those that may ask in each network: one on premises, one for each route table of a VPC. */
function askersIn(topology: Topology): readonly Askers[] {
  const { design, vpcs, onPremises } = topology
  const hosts = groupBy(listOfKind(design, 'on-premises-host'), (one) => onPremises.get(one.network) ?? null)
  return [
    ...[...hosts].map(([network, [first]]) => ({ network, from: [first!.id] })),
    ...[...askersByVpc(design)].flatMap(([id, clients]) => {
      const network = vpcs.get(id)
      return network ? [{ network, from: onePerTable(topology, clients).map((one) => one.id) }] : []
    }),
  ]
}

/** Endpoints that a load balancer has among its targets: they are asked by its name. */
const balancedEndpoints = ({ balancers }: Topology): ReadonlySet<ConstructId> =>
  new Set(
    [...balancers.values()].flatMap((balancer) =>
      balancer.listeners
        .flatMap(({ groups }) => groups.flatMap(({ targets }) => targets))
        .flatMap((target) => interfaceOfTarget(balancer, target)?.endpoint?.id ?? []),
    ),
  )

/** Whether a rule for its port names addresses of that network, and no more than those. */
const isMeantFor = (endpoint: EndpointNet, { blocks }: VpcNet): boolean =>
  (endpoint.enis[0]?.groups ?? []).some(({ ingress }) =>
    ingress.some(
      (entry) =>
        entry.group === null &&
        admitsPort(entry, endpoint) &&
        entry.blocks.some((named) => blocks.some((own) => covers(own, named))),
    ),
  )

/** Whether its address answers and its first name leads to public addresses. */
function isLost(topology: Topology, endpoint: EndpointNet, from: ConstructId): boolean {
  const address = endpoint.enis.find((one) => one.address !== null)?.address
  const port = tcpPortsOf(endpoint)?.[0]
  if (address === undefined || address === null || port === undefined) return false
  const ask = (to: string) => decide(topology, { from, to, protocol: 'tcp', port })
  // the names first: where they are forwarded nothing else has to be asked
  const { answers } = ask(endpoint.privateNames[0]!.replace('*', 'name'))
  return answers.length > 0 && answers.every(isPublic) && ask(formatAddress(address)).kind === 'succeeds'
}

function isPublic(text: string): boolean {
  const address = parseAddress(text)
  return address !== null && scopeOf(address) === 'public'
}

const domainOf = (name: string): string => name.replace(/^\*\./, '')
const namesOf = (endpoints: readonly EndpointNet[]): readonly string[] => [
  ...new Set(endpoints.flatMap(({ privateNames }) => privateNames.map(domainOf))),
]

function fixesFor(topology: Topology, network: VpcNet, endpoints: readonly EndpointNet[]): readonly Fix[] {
  const { design } = topology
  const { vpc } = endpoints[0]!
  if (network.site === 'on-premises') {
    const subnets = new Set(endpoints.flatMap(({ enis }) => enis.map(({ subnet }) => subnet)))
    return forwardToInbound(topology, vpc, network.id, namesOf(endpoints), [...subnets])
  }
  if (network.dnsHostnames === false || network.dnsSupport === false || network.dnsServers !== null) return []
  const newId = createIdSource(design)
  const [edit, ...more] = endpoints.flatMap(({ id, privateNames }) =>
    [...groupBy(privateNames, domainOf)].map(([domain, names]) => ({
      kind: 'add' as const,
      construct: {
        ...createConstruct('hosted-zone', newId('hosted-zone'), domain, ''),
        visibility: 'private' as const,
        domain,
        vpcs: [network.id],
        records: names.map((name) => ({
          name: name === domain ? '@' : '*',
          type: 'A' as const,
          values: [],
          alias: id,
        })),
      },
    })),
  )
  return edit
    ? [
        {
          title: `Add private hosted zones for the ${called(design, network.id)} that lead to ${endpoints.length === 1 ? 'the endpoint' : 'the endpoints'}`,
          safety: 'review',
          edits: [edit, ...more],
        },
      ]
    : []
}

const example = (forwarded: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const gateway = b.virtualPrivateGateway(vpc)
    b.mainTable(vpc, [], { propagatingGateways: [gateway] })
    const network = b.onPremises(['192.168.0.0/16'], {
      dnsServer: '192.168.0.53',
      forwards: forwarded ? [{ domain: 'execute-api.us-east-1.amazonaws.com', servers: ['10.0.0.53'] }] : [],
    })
    b.onPremisesHost(network, '192.168.0.53')
    b.vpn(b.customerGateway({ network }), gateway, { routes: ['192.168.0.0/16'] })
    const rules = [
      ['tcp', 443, '192.168.0.0/16'],
      ['udp', 53, '192.168.0.0/16'],
    ] as const
    const securityGroups = [b.securityGroup(vpc, { ingress: rules })]
    b.interfaceEndpoint(vpc, 'execute-api', { subnets, securityGroups })
    if (forwarded)
      b.resolverEndpoint(
        'inbound',
        subnets.map((subnet, i) => ({ subnet, privateIp: `10.0.${i}.53` })),
        { securityGroups },
      )
  })
