import { findPublicHost } from '../../aws/findPublicHost.ts'
import { isWithin, matchesPattern } from '../../net/dnsName.ts'
import { dnsOf } from '../../topology/dnsNet.ts'
import type { EndpointNet, Topology, VpcNet } from '../../topology/topology.ts'
import type { LookupStep } from './asking.ts'
import { chooseRule } from './chooseRule.ts'
import { findPrivateZone } from './findPrivateZone.ts'
import { longestSuffix } from './longestSuffix.ts'

export type PassedOver = LookupStep['detail']['passedOver']
type Why = PassedOver[number]['why']

const WHY: { readonly [K in Exclude<EndpointNet['privateDns'], 'on'>]: Why } = {
  'private-dns-off': 'private-dns-off',
  'vpc-attributes-off': 'vpc-attributes-off',
  'no-private-names': 'no-private-dns',
  'names-not-known': 'name-not-covered',
  'inbound-only': 'inbound-only',
  conflict: 'conflict',
  'not-available': 'not-available',
  'not-verified': 'not-verified',
}

/** Endpoints of the VPC whose service this name is, and zones that hold it, that did not get to answer it, and why. `amazon`: the VPC's own resolver was asked. */
export function findPassedOver(topology: Topology, vpc: VpcNet, name: string, amazon: boolean): PassedOver {
  const dns = dnsOf(topology, vpc)
  const elsewhere = findPrivateZone(topology.design, name)
  if (vpc.endpoints.length === 0 && elsewhere === null) return []
  if (amazon && vpc.dnsSupport === false) return []
  const choice = amazon ? chooseRule(dns, vpc, name, false) : null
  const service = findPublicHost(topology.catalogue, name)?.service
  const found: PassedOver[number][] = []
  for (const endpoint of vpc.endpoints) {
    const covers = endpoint.privateNames.some((pattern) => matchesPattern(pattern, name) || isWithin(name, pattern))
    if (!covers && endpoint.service !== service) continue
    const why = whyNot(endpoint, covers, choice)
    if (why !== null) found.push({ endpoint: endpoint.id, why })
  }
  const zone = longestSuffix(dns.zones, name)
  if (zone && choice?.kind !== 'hosted-zone') {
    const why = !amazon
      ? 'other-resolver'
      : vpc.dnsHostnames === false
        ? 'zone-needs-vpc-attributes'
        : choice?.kind === 'forward'
          ? 'forwarded'
          : null
    if (why !== null) found.push({ endpoint: zone.id, why })
  }
  if (elsewhere?.allVpcs && choice?.kind === 'public' && vpc.site === 'vpc' && !elsewhere.vpcs.includes(vpc.id))
    found.push({ endpoint: elsewhere.id, why: 'zone-not-associated' })
  return found
}

function whyNot(endpoint: EndpointNet, covers: boolean, choice: ReturnType<typeof chooseRule> | null): Why | null {
  // a zone of one's own has taken the endpoint's place: that its private DNS is off is as it must be
  if (choice?.kind === 'hosted-zone' && endpoint.privateDns === 'private-dns-off') return null
  if (endpoint.privateDns !== 'on') return WHY[endpoint.privateDns]
  if (!covers) return 'name-not-covered'
  if (choice === null) return 'other-resolver'
  if (choice.kind === 'forward') return 'forwarded'
  return choice.kind === 'hosted-zone' ? 'other-zone' : null
}
