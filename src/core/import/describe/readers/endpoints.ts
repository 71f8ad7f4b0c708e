import { ENDPOINT_STATES } from '../../../model/kinds/common.ts'
import { asFields, asFlag, asHost, asId, asIds, asRecords, asText, asWord, type Fields, tagOf } from '../../fields.ts'
import { draw, type Importing, type InputOf, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'
import { policyOf } from '../policyOf.ts'
import { drawTaggedFirewall, firewallEndpoints } from './firewalls.ts'
import { drawnByArn, endpointNames, namesOf } from './lattice.ts'

const TYPES = ['Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'] as const
const IP_TYPES = ['ipv4', 'dualstack', 'ipv6'] as const

/** `describe-vpc-endpoints`, all types. Source: EC2 API, VpcEndpoint. */
export function readEndpoint(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.VpcEndpointId)
  const vpc = asId(value.VpcId)
  const type = asWord(value.VpcEndpointType, TYPES)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the VPC of the endpoint is not there')
  if (type === null) return skip(importing, entry, id, 'the type of the endpoint is not there')
  interfacesOf(importing).take(id)
  const named = { id, name: titleOfRecord(entry, id) }
  const state = asWord(value.State, ENDPOINT_STATES)
  if (type !== 'Resource' && type !== 'ServiceNetwork' && state === null)
    return skip(importing, entry, id, 'the state of the endpoint is not there')
  const stated = state ?? 'available'
  const service = asText(value.ServiceName)
  if (type === 'Resource' || type === 'ServiceNetwork') {
    const placed = {
      ...named,
      vpc,
      subnets: asIds(value.SubnetIds),
      securityGroups: groupsOf(value),
      ...namesOf(value),
      dnsNames: endpointNames(importing, value, id),
      ipAddressType: asWord(value.IpAddressType, IP_TYPES) ?? ('ipv4' as const),
      state: stated,
    }
    const [configuration, network] = [asText(value.ResourceConfigurationArn), asText(value.ServiceNetworkArn)]
    if (type === 'Resource')
      return draw(importing, entry, {
        kind: 'resource-endpoint',
        ...placed,
        resourceConfiguration: drawnByArn(importing, configuration, 'resource-configuration'),
        resourceConfigurationArn: configuration ?? '',
      })
    return draw(importing, entry, {
      kind: 'service-network-endpoint',
      ...placed,
      serviceNetwork: drawnByArn(importing, network, 'service-network'),
      serviceNetworkArn: network ?? '',
    })
  }
  if (service === null) return skip(importing, entry, id, 'the service of the endpoint is not there')
  const options = asFields(value.DnsOptions)
  const privateDns = asFlag(value.PrivateDnsEnabled) ?? false
  const types = {
    ipAddressType: asWord(value.IpAddressType, IP_TYPES) ?? ('ipv4' as const),
    dnsRecordIpType:
      asWord(options.DnsRecordIpType, ['service-defined', 'ipv4', 'dualstack', 'ipv6']) ?? ('service-defined' as const),
  }
  if (type === 'Gateway')
    return draw(importing, entry, {
      kind: 'gateway-endpoint',
      ...named,
      vpc,
      service,
      routeTables: asIds(value.RouteTableIds),
      ...types,
      state: stated,
      policy: policyOf(value.PolicyDocument),
    })
  if (type === 'GatewayLoadBalancer') {
    const firewall = firewallEndpoints(importing).has(id) ? tagOf(value, 'Firewall') : null
    if (firewall !== null) return drawTaggedFirewall(importing, firewall)
    if (firewallEndpoints(importing).has(id)) return
    const [own] = interfacesOf(importing).of(id)
    const subnet = asIds(value.SubnetIds)[0] ?? own?.subnet ?? null
    if (subnet === null) return skip(importing, entry, id, 'the subnet of the endpoint is not there')
    return draw(importing, entry, {
      kind: 'gateway-load-balancer-endpoint',
      ...named,
      subnet,
      service,
      endpointService: ownServiceOf(importing, service),
      state: stated,
      ipAddressType: types.ipAddressType,
      privateIp: own?.privateIp ?? null,
    })
  }
  const serviceRegion = asText(value.ServiceRegion)
  draw(importing, entry, {
    kind: 'interface-endpoint',
    ...named,
    vpc,
    service,
    endpointService: ownServiceOf(importing, service),
    serviceRegion: serviceRegion !== null && serviceRegion !== entry.region ? serviceRegion : null,
    state: stated,
    ...types,
    subnets: subnetsOf(importing, entry, id),
    securityGroups: groupsOf(value),
    privateDns,
    privateDnsOnlyForInboundResolver: asFlag(options.PrivateDnsOnlyForInboundResolverEndpoint) ?? false,
    dnsLabel: labelOf(value, id),
    policy: policyOf(value.PolicyDocument),
  })
}

const groupsOf = (value: Fields): string[] => asIds(asRecords(value.Groups).map((group) => group.GroupId))

/** The endpoint's subnets with their addresses, as its interfaces say them. */
function subnetsOf(
  importing: Importing,
  entry: Entry,
  id: string,
): NonNullable<InputOf<'interface-endpoint'>['subnets']> {
  const named = asIds(entry.value.NetworkInterfaceIds).flatMap((one) => {
    const found = interfacesOf(importing).byId.get(one)
    if (!found && importing.wasAsked('NetworkInterfaces', entry))
      note(
        importing,
        'unknown',
        `${id}: it names the interface ${one}, which is not among those in the files`,
        entry.place,
      )
    if (found && found.owner.id !== id)
      note(
        importing,
        'assumed',
        `${one}: the endpoint ${id} names it as its own, which counts; its description does not`,
        found.entry.place,
      )
    return found ?? []
  })
  const own = [...interfacesOf(importing).of(id), ...named]
  for (const one of named) interfacesOf(importing).taken.add(one.id)
  const subnets = asIds(entry.value.SubnetIds)
  const all = subnets.length > 0 ? subnets : [...new Set(own.flatMap(({ subnet }) => subnet ?? []))]
  return all.map((subnet) => {
    const at = own.find((one) => one.subnet === subnet)
    return { subnet, privateIp: at?.privateIp ?? null, ipv6: at?.ipv6 ?? null }
  })
}

/** The drawn service that a name leads to. */
function ownServiceOf(importing: Importing, service: string): string | null {
  const id = /vpce-svc-\w+$/.exec(service)?.[0] ?? /\.vpce\.[a-z0-9-]+\.(.+)$/.exec(service)?.[1] ?? null
  return id !== null && importing.constructs.has(id) ? id : null
}

/** `vpce-ID-RANDOM`, the first label of the endpoint's own names; the zonal ones have the zone behind it. */
function labelOf(value: Fields, id: string): string | null {
  const labels = asRecords(value.DnsEntries).flatMap((one) => {
    const label = asHost(one.DnsName)?.replace(/^\*\./, '').split('.')[0]
    return label?.startsWith(`${id}-`) ? label : []
  })
  return labels.sort((a, b) => a.length - b.length)[0] ?? null
}
