import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { ForwardNet, NameServer, OwnServerNet, ResolverEndpointNet, ResolverRuleNet } from '../dnsNet.ts'
import type { Origin } from '../origin.ts'
import type { Eni, TopologyGap } from '../topology.ts'
import { buildDns } from './buildDns.ts'
import { addGap, type Building, isGap, type Lower, type SubnetBuild, type VpcBuild } from './building.ts'
import { zonesOfEndpoint } from './lowerEndpoints.ts'
import { createEni } from './lowerInterfaces.ts'
import { lowerZone } from './lowerZone.ts'

export const lowerDns64: Lower<'subnet'> = (building, subnets) => {
  for (const { id, dns64 } of subnets) {
    const net = building.subnets.get(id)
    if (dns64 && net) buildDns(building, net.vpc as VpcBuild).dns64.add(id)
  }
}

/** Names that endpoints give to the resolver's inbound endpoints alone. */
export const lowerInboundZones: Lower<'interface-endpoint'> = (building, endpoints) => {
  for (const { id } of endpoints) {
    const endpoint = building.endpoints.get(id)
    if (endpoint?.privateDns === 'inbound-only')
      for (const [name, zone] of zonesOfEndpoint(endpoint))
        buildDns(building, endpoint.vpc as VpcBuild).inboundZones.set(name, zone)
  }
}

/** Drawn zones of the name of a managed one: which of them answers cannot be told. */
export const findZoneConflicts = (building: Building): void => {
  for (const dns of building.dns.values())
    for (const [domain, { assumed }] of [...dns.privateZones, ...dns.inboundZones]) {
      if (assumed) continue
      const rival = dns.zones.get(domain)
      if (rival) dns.zoneConflicts.set(domain, { construct: rival.id, path: ['domain'] })
    }
}

/** Private zones answer in their VPCs, public ones everywhere. The first of two for one domain counts, and the other one is noted. Source: Route 53 guide, ConflictingDomainExists. */
export const lowerHostedZones: Lower<'hosted-zone'> = (building, zones) => {
  for (const zone of zones) {
    const net = lowerZone(building, zone)
    building.hostedZones.set(zone.id, net)
    if (zone.visibility === 'public') {
      if (isGap(net)) continue
      const first = building.publicZones.get(net.domain)
      building.publicZones.set(net.domain, first ? { ...first, rival: { construct: zone.id, path: ['domain'] } } : net)
      continue
    }
    zone.vpcs.forEach((id, index) => {
      const vpc = findVpc(building, id, { construct: zone.id, path: ['vpcs', index] })
      if (!vpc) return
      const dns = buildDns(building, vpc)
      if (isGap(net)) dns.unread.push(net)
      else if (dns.zones.has(net.domain)) dns.zoneConflicts.set(net.domain, { construct: zone.id, path: ['domain'] })
      else dns.zones.set(net.domain, net)
    })
  }
  for (const zone of zones) if (zone.visibility === 'private' && !zone.allVpcs) lowerPerhaps(building, zone)
}

/** In VPCs that a private zone may answer in, nobody knows what names of its domain lead to, unless another zone or rule has them. */
function lowerPerhaps(building: Building, zone: ConstructOf<'hosted-zone'>): void {
  const domain = parseDnsName(zone.domain)
  if (domain === null) return
  const at = { construct: zone.id, path: ['allVpcs'] }
  const gap = addGap(building, 'dangling-reference', at, 'in which VPCs it answers is not known')
  for (const vpc of building.vpcs.values()) {
    const { zones, privateZones } = buildDns(building, vpc)
    if (!zones.has(domain) && !privateZones.has(domain))
      zones.set(domain, { id: zone.id, domain, names: new Map(), unread: gap, rival: null })
  }
}

const FAMILIES = { ipv4: [4], ipv6: [6], dualstack: [4, 6] } as const

/** A gateway endpoint for S3 may say which records the VPC's clients get; that needs both DNS attributes. Source: AWS PrivateLink guide, gateway endpoints, DNS record IP type. */
export const lowerS3Records: Lower<'gateway-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const vpc = building.vpcs.get(endpoint.vpc)
    const type = endpoint.dnsRecordIpType
    if (!vpc || type === 'service-defined' || endpoint.state !== 'available' || !endpoint.service.endsWith('.s3'))
      continue
    if (vpc.dnsSupport !== false && vpc.dnsHostnames !== false) buildDns(building, vpc).s3Families ??= FAMILIES[type]
  }
}

function findVpc(building: Building, id: string, at: Origin): VpcBuild | null {
  const vpc = building.vpcs.get(id)
  if (!vpc) addGap(building, 'dangling-reference', at, `no VPC “${id}”`)
  return vpc ?? null
}

export const lowerResolverEndpoints: Lower<'resolver-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const vpc = findVpc(building, endpoint.vpc, { construct: endpoint.id, path: ['vpc'] })
    if (!vpc) continue
    building.resolverEndpoints.set(endpoint.id, {
      id: endpoint.id,
      vpc,
      direction: endpoint.direction,
      enis: (building.enisOf.get(endpoint.id) ?? []) as Eni[],
      gap: building.lostInterfaces.get(endpoint.id) ?? null,
    })
  }
}

/** A rule counts in every VPC that it is associated with, wherever its outbound endpoint lies. Source: Route 53 guide, resolver rules. */
export const lowerResolverRules: Lower<'resolver-rule'> = (building, rules) => {
  for (const rule of rules) {
    const domain = rule.domain === '.' ? '' : parseDnsName(rule.domain)
    const unread =
      domain === null
        ? addGap(
            building,
            'invalid-value',
            { construct: rule.id, path: ['domain'] },
            `“${rule.domain}” is no domain name`,
          )
        : null
    const net: ResolverRuleNet | null =
      domain === null
        ? null
        : {
            id: rule.id,
            domain,
            type: rule.ruleType,
            ...(rule.ruleType === 'system' ? LOCAL : forwardsOf(building, rule)),
          }
    building.resolverRules.set(rule.id, net ?? unread!)
    rule.vpcs.forEach((id, index) => {
      const vpc = findVpc(building, id, { construct: rule.id, path: ['vpcs', index] })
      if (!vpc) return
      const dns = buildDns(building, vpc)
      if (!net) dns.unread.push(unread!)
      else if (dns.rules.has(net.domain)) dns.ruleConflicts.set(net.domain, { construct: rule.id, path: ['domain'] })
      else dns.rules.set(net.domain, net)
    })
  }
  for (const rule of rules) {
    const domain = rule.domain === '.' ? '' : parseDnsName(rule.domain)
    if (!rule.allVpcs && domain !== null) lowerPerhapsRule(building, rule, domain)
  }
}

/** In VPCs that a rule may be associated with, nobody knows who answers names of its domain, unless another rule has them. */
function lowerPerhapsRule(building: Building, { id, region }: ConstructOf<'resolver-rule'>, domain: string): void {
  const at = { construct: id, path: ['allVpcs'] }
  const gap = addGap(building, 'dangling-reference', at, 'in which VPCs it applies is not known')
  const code = building.byKind.region.find((one) => one.id === region)?.code
  for (const vpc of building.vpcs.values()) {
    const { rules } = buildDns(building, vpc)
    if (vpc.regionCode === code && !rules.has(domain))
      rules.set(domain, { id, domain, type: 'forward', targets: [], endpoint: null, gap })
  }
}

const LOCAL: Pick<ResolverRuleNet, 'targets' | 'endpoint' | 'gap'> = { targets: [], endpoint: null, gap: null }

function forwardsOf(
  building: Building,
  rule: ConstructOf<'resolver-rule'>,
): Pick<ResolverRuleNet, 'targets' | 'endpoint' | 'gap'> {
  const { servers, gap } = readServers(building, rule.targets, (index) => ({
    construct: rule.id,
    path: ['targets', index],
  }))
  const endpoint = rule.resolverEndpoint === null ? null : findOutbound(building, rule.id, rule.resolverEndpoint)
  if (endpoint === null || isGap(endpoint)) {
    const at = { construct: rule.id, path: ['resolverEndpoint'] }
    const missing = endpoint ?? addGap(building, 'dangling-reference', at, 'the rule names no outbound endpoint')
    return { targets: servers, endpoint: null, gap: missing }
  }
  return { targets: servers, endpoint, gap }
}

function findOutbound(building: Building, rule: string, id: string): ResolverEndpointNet | TopologyGap {
  const endpoint = building.resolverEndpoints.get(id)
  if (endpoint?.direction === 'outbound') return endpoint
  const at = { construct: rule, path: ['resolverEndpoint'] }
  return endpoint
    ? addGap(building, 'invalid-value', at, `“${id}” is an inbound endpoint, which sends nothing out`)
    : addGap(building, 'dangling-reference', at, `no resolver endpoint “${id}”`)
}

function readServers(
  building: Building,
  servers: readonly { readonly address: string; readonly port: number }[],
  at: (index: number) => Origin,
): { readonly servers: readonly NameServer[]; readonly gap: TopologyGap | null } {
  const found: NameServer[] = []
  let gap: TopologyGap | null = null
  servers.forEach(({ address: text, port }, index) => {
    const address = parseAddress(text)
    if (address === null) gap ??= addGap(building, 'invalid-value', at(index), `“${text}” is no address`)
    else found.push({ address, port, origin: at(index) })
  })
  return { servers: found, gap }
}

/** The server that an on-premises network's hosts ask, with the names of the hosts and what it passes on. */
export const lowerOwnServers: Lower<'on-premises-network'> = (building, networks) => {
  for (const network of networks) {
    const net = building.onPremises.get(network.id)
    if (!net || network.dnsServer === null) continue
    const origin = { construct: network.id, path: ['dnsServer'] }
    const address = parseAddress(network.dnsServer)
    if (address === null) {
      net.dnsGap = addGap(building, 'invalid-value', origin, `“${network.dnsServer}” is no address`)
      continue
    }
    net.dnsServers = [address]
    const forwards = new Map<string, ForwardNet>()
    network.forwards.forEach((forward, index) => {
      const at = { construct: network.id, path: ['forwards', index] }
      const domain = forward.domain === '.' ? '' : parseDnsName(forward.domain)
      if (domain === null) {
        const gap = addGap(building, 'invalid-value', at, `“${forward.domain}” is no domain name`)
        buildDns(building, net).unread.push(gap)
        return
      }
      const asked = forward.servers.map((text) => ({ address: text, port: 53 }))
      if (!forwards.has(domain)) forwards.set(domain, { domain, origin: at, ...readServers(building, asked, () => at) })
    })
    buildDns(building, net).server = {
      address,
      origin,
      eni: placeServer(net, address, origin),
      hosts: namesOfHosts(building, network.id),
      forwards,
    }
  }
}

/** Whoever has the server's address answers DNS there; an address of the network that nobody has is the server's own. */
function placeServer(net: VpcBuild, address: Address, origin: Origin): Eni | null {
  const text = formatAddress(address)
  const standing = typeof address === 'number' ? net.eniAt.get(address) : net.eniAt6.get(text)
  if (standing) {
    for (const protocol of ['udp', 'tcp']) (standing.listens as Set<string> | null)?.add(`${protocol}/53`)
    return standing
  }
  const inside = net.blocks.length === 0 || net.blocks.some((block) => contains(block, address))
  if (!inside) return null
  const eni = createEni(origin, 'client', net.only as SubnetBuild, [])
  eni.listens = new Set(['udp/53', 'tcp/53'])
  if (typeof address === 'number') {
    eni.address = address
    net.eniAt.set(address, eni as Eni)
  } else {
    eni.address6 = address
    net.eniAt6.set(text, eni as Eni)
  }
  net.enis.push(eni as Eni)
  return eni as Eni
}

function namesOfHosts(building: Building, network: string): OwnServerNet['hosts'] {
  const hosts = new Map<string, { id: string; addresses: Address[] }>()
  for (const host of building.byKind['on-premises-host']) {
    const address = host.network === network ? parseAddress(host.privateIp) : null
    if (address === null) continue
    for (const text of host.hostNames) {
      const name = parseDnsName(text)
      if (name === null) continue
      const known = hosts.get(name)
      if (known) known.addresses.push(address)
      else hosts.set(name, { id: host.id, addresses: [address] })
    }
  }
  return hosts
}
