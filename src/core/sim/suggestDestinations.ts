import { listOfKind, regionOf } from '../model/containment.ts'
import type { AccessRequest } from '../model/design.ts'
import { formatAddress } from '../net/address.ts'
import type { HostedZoneNet } from '../topology/dnsNet.ts'
import { dnsOf } from '../topology/dnsNet.ts'
import type { EndpointNet, Topology } from '../topology/topology.ts'
import { defaultNameOf } from './resolveDestination.ts'
import { resolveSource } from './resolveSource.ts'

export interface SuggestedDestination {
  readonly to: string
  readonly label: string
  readonly protocol: AccessRequest['protocol']
  readonly port: number | null
  /** The design has it, or something that answers it; else it is one of AWS's own services. */
  readonly drawn: boolean
}

/** Ports on which a drawn service's load balancers listen. */
const listenerPorts = ({ provider }: EndpointNet): readonly number[] =>
  provider?.balancers.flatMap(({ listeners }) => listeners.map(({ port }) => port)) ?? []

/** As many records of one zone as one reads through. */
const MOST_RECORDS = 20

/** Names of a zone that lead to an address, wildcards among them. */
const namesWithAddress = ({ names }: HostedZoneNet): readonly string[] =>
  [...names]
    .filter(([, records]) => records.some(({ type }) => type === 'A' || type === 'AAAA' || type === 'CNAME'))
    .map(([name]) => name)
    .slice(0, MOST_RECORDS)

const nameOf = ({ design }: Topology, id: string): string => design.constructs[id]?.name ?? id

/** Names and addresses that this design makes worth asking about, the likeliest first, without repeats. */
export function suggestDestinations(topology: Topology, from: string): readonly SuggestedDestination[] {
  const found = new Map<string, SuggestedDestination>()
  const offer = (to: string | null, label: string, port: number | null = 443, drawn = true) => {
    if (to !== null && !found.has(to))
      found.set(to, { to, label, protocol: port === null ? 'icmp' : 'tcp', port, drawn })
  }
  const source = resolveSource(topology, from)
  const asking = topology.balancers.get(from)
  for (const group of (asking?.listeners ?? []).flatMap(({ groups }) => groups))
    for (const { eni, address, port } of group.targets) {
      const to = address ?? eni?.address ?? eni?.address6 ?? null
      offer(
        to === null ? null : formatAddress(to),
        `Health check of ${nameOf(topology, eni?.owner ?? group.id)}`,
        group.healthPort ?? port,
      )
    }
  const vpc = source.kind === 'interfaces' ? source.enis[0]!.subnet.vpc.id : null
  const constructs = Object.values(topology.design.constructs).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const one of constructs)
    if (one.kind === 'aws-service')
      offer(defaultNameOf(topology, one.service), one.name, topology.catalogue ? 443 : null)
  for (const endpoint of topology.endpoints.values()) {
    if (vpc !== null && endpoint.vpc.id !== vpc) continue
    const port = (endpoint.ports ?? listenerPorts(endpoint))[0] ?? 443
    const name = topology.design.constructs[endpoint.id]?.name ?? endpoint.id
    offer(defaultNameOf(topology, endpoint.service), `Default name of ${name}’s service`, port)
    if (endpoint.provider && endpoint.privateDns === 'on')
      offer(endpoint.privateNames[0]?.replace('*', 'example') ?? null, `Private name of ${name}’s service`, port)
    offer(endpoint.regionalName.replace('*', 'bucket'), `${name}, every zone`, port)
    for (const [zonal, eni] of endpoint.zonalNames)
      offer(zonal.replace('*', 'bucket'), `${name}, ${eni.subnet.zoneName}`, port)
  }
  const net = vpc === null ? undefined : topology.vpcs.get(vpc)
  const zones = net ? [...dnsOf(topology, net).zones.values()] : []
  for (const zone of [...zones, ...topology.publicZones.values()]) {
    const title = topology.design.constructs[zone.id]?.name ?? zone.domain
    for (const name of namesWithAddress(zone)) offer(name.replace('*', 'example'), `Record of ${title}`)
  }
  for (const one of constructs) {
    if (one.id === from || one.name === from) continue
    if (one.kind === 'on-premises-host')
      for (const to of [one.hostNames[0] ?? null, one.privateIp])
        offer(to, `${one.name}, on premises`, one.listens?.[0]?.port ?? 443)
    if (one.kind === 'gateway-endpoint') offer(defaultNameOf(topology, one.service), `Service of ${one.name}`)
    if (one.kind === 's3-bucket' || one.kind === 'dynamodb-table' || one.kind === 'api-gateway-api')
      offer(one.id, one.name)
    if (one.kind === 'network-load-balancer' || one.kind === 'application-load-balancer')
      for (const { port } of one.listeners.slice(0, 1))
        offer(topology.balancers.get(one.id)?.dnsName ?? null, `${one.name}, every zone`, port)
    if (one.kind === 'internet-host')
      offer(one.hostNames[0] ?? one.addresses[0] ?? null, one.name, one.listens?.[0]?.port ?? 443)
    if (one.kind === 'client' && one.runtime !== 'lambda') {
      const eni = topology.enisOf.get(one.id)?.[0]
      if (eni?.address !== null && eni?.address !== undefined && eni.subnet.vpc.id === vpc)
        offer(formatAddress(eni.address), `${one.name}, private address`, one.listens?.[0]?.port ?? 443)
      if (eni?.publicAddress)
        offer(formatAddress(eni.publicAddress), `${one.name}, public address`, one.listens?.[0]?.port ?? 443)
    }
  }
  for (const [name, port] of servicesNear(topology, vpc)) offer(defaultNameOf(topology, name), name, port, false)
  return [...found.values()]
}

/** Full names and ports of every service that AWS has in the Region of the VPC, or in those of the design. */
function* servicesNear(
  { design, catalogue }: Topology,
  vpc: string | null,
): Iterable<readonly [string, number | undefined]> {
  const own = vpc === null ? null : regionOf(design, vpc)
  const regions = own ? [own] : listOfKind(design, 'region')
  for (const { code } of regions)
    for (const { name, regions: only, ports, publicPorts } of catalogue.services)
      if (only?.includes(code) ?? true) yield [name.replaceAll('{r}', code), (publicPorts ?? ports)[0]]
}
