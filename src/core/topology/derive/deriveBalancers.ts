import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import type { Origin } from '../origin.ts'
import type { EndpointServiceNet, TargetGroupNet, TargetNet, Topology } from '../topology.ts'
import type { DerivedRow, DerivedSection } from './derived.ts'
import { addressesOf, interfaces, type NameOf, row, section } from './derivedRows.ts'
import { healthCheckSections } from './healthCheckSections.ts'

type One = Pick<Construct, 'id'>

/** A load balancer's name in DNS and its nodes. */
export function balancerSections({ id }: One, topology: Topology, nameOf: NameOf): readonly DerivedSection[] {
  const balancer = topology.balancers.get(id)
  if (!balancer) return []
  const { dnsName, enis, internetFacing } = balancer
  const shown = internetFacing
    ? enis.map(({ publicAddress }) => (publicAddress === null ? 'no address' : formatAddress(publicAddress))).join(', ')
    : addressesOf(enis)
  const names =
    dnsName === ''
      ? []
      : [section('DNS names', [row(dnsName, shown, 'public DNS', { construct: id, path: ['dnsName'] })])]
  return [...names, interfaces(enis, nameOf)]
}

/** Where a group's targets are, and whose address they see. */
export function targetGroupSections({ id }: One, topology: Topology, nameOf: NameOf): readonly DerivedSection[] {
  const group = findGroup(topology, id)
  if (!group) return []
  const { type, protocol } = group
  const construct = topology.design.constructs[id]
  const stated = construct?.kind === 'target-group' && construct.preserveClientIp !== null
  const how =
    protocol === 'UDP' || protocol === 'TCP_UDP' || type === 'alb' || !stated ? 'as AWS has it by type' : 'as drawn'
  const seen =
    protocol === 'GENEVE'
      ? []
      : [
          row(
            'Targets see',
            group.preservesClient ? 'the client’s address' : 'the load balancer’s address',
            `${how}; through AWS PrivateLink the load balancer’s`,
            { construct: id, path: ['preserveClientIp'] },
          ),
        ]
  return [
    section('Targets', [...seen, ...group.targets.map((target) => targetRow(target, nameOf))]),
    ...healthCheckSections({ id }, topology, nameOf),
  ]
}

function targetRow({ eni, balancer, address, port, health, origin, gap }: TargetNet, nameOf: NameOf): DerivedRow {
  const own = address ?? eni?.address ?? null
  const where = own === null ? (balancer ? addressesOf(balancer.enis) : 'no address') : formatAddress(own)
  const name = balancer?.id ?? eni?.owner
  return row(name === undefined ? where : nameOf(name), `${where} port ${port}`, gap?.message ?? health, origin)
}

/** A target group is known by the listeners that name it. */
function findGroup({ balancers }: Topology, id: ConstructId): TargetGroupNet | null {
  for (const { listeners } of balancers.values())
    for (const { groups } of listeners) for (const group of groups) if (group.id === id) return group
  return null
}

/** An endpoint service's name, its zones by id, and the endpoints that lead to it. */
export function serviceSections({ id }: One, topology: Topology, nameOf: NameOf): readonly DerivedSection[] {
  const service = topology.endpointServices.get(id)
  if (!service) return []
  const nodes = service.balancers.flatMap(({ enis }) => enis)
  const zones = new Map(nodes.map(({ subnet }) => [subnet.zoneId ?? subnet.zoneName, subnet]))
  const endpoints = [...topology.endpoints.values()]
    .filter(({ provider }) => provider === service)
    .map((one) => ({ id: one.id, state: one.state }))
  const inspections = [...topology.enisOf.values()].flatMap(([eni]) =>
    eni?.inspection?.provider === service ? [{ id: eni.owner, state: eni.inspection.state }] : [],
  )
  return [
    section('Service', [
      row('Name', service.name, 'its Region and service ID', { construct: id, path: ['serviceId'] }),
      ...[...zones].map(([zone, { zoneName, zone: place }]) =>
        row('Zone', zone === zoneName ? zone : `${zone} (${zoneName} in its own account)`, 'a load balancer’s node', {
          construct: place,
          path: ['zoneName'],
        }),
      ),
    ]),
    section(
      'Endpoints',
      [...endpoints, ...inspections].map((one) =>
        row(nameOf(one.id), one.state, 'leads to this service', { construct: one.id, path: ['state'] }),
      ),
    ),
  ]
}

/** What an endpoint of a Gateway Load Balancer leads to. */
export function inspectionSections({ id }: One, topology: Topology, nameOf: NameOf): readonly DerivedSection[] {
  const enis = topology.enisOf.get(id) ?? []
  const provider = enis[0]?.inspection?.provider
  const at = { construct: id, path: ['endpointService'] }
  return [...(provider ? [leadsTo(provider, nameOf, at)] : []), interfaces(enis, nameOf)]
}

/** The drawn service behind an endpoint. */
export const leadsTo = (provider: EndpointServiceNet, nameOf: NameOf, origin: Origin): DerivedSection =>
  section('Leads to', [row(nameOf(provider.id), provider.name, 'the endpoint service of that name', origin)])
