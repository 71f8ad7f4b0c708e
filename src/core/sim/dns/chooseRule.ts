import { isWithin } from '../../net/dnsName.ts'
import type { DnsNet, HostedZoneNet, PrivateZone, ResolverRuleNet } from '../../topology/dnsNet.ts'
import type { Origin } from '../../topology/origin.ts'
import type { VpcNet } from '../../topology/topology.ts'
import { longestSuffix } from './longestSuffix.ts'

/** Who answers a name in a VPC. */
export type Choice = (
  | { readonly kind: 'forward'; readonly rule: ResolverRuleNet }
  | { readonly kind: 'hosted-zone'; readonly zone: HostedZoneNet }
  /** The hidden zone of an endpoint with private DNS. */
  | { readonly kind: 'managed-zone'; readonly zone: PrivateZone }
  /** Names that the VPC gives its own instances. */
  | { readonly kind: 'internal' }
  /** `rule` where a system rule keeps the name from being forwarded. */
  | { readonly kind: 'public'; readonly rule: ResolverRuleNet | null }
) & {
  readonly domain: string
  /** Two of them are drawn for this domain. */
  readonly conflict: Origin | null
}

/**
 * The most specific of a VPC's rules for a name: custom ones, one for each private zone, and those of AWS's own names. Of a custom rule and a
 * zone for one domain the rule wins; a system rule says no more than that Amazon's resolver answers by itself. `inbound` = the question came in through an inbound endpoint.
 * Source: Route 53 guide, how VPC Resolver chooses a rule, and autodefined rules; fact sheet 1.2.
 */
export function chooseRule(dns: DnsNet, vpc: VpcNet, name: string, inbound: boolean): Choice {
  const own = chooseOwn(dns, vpc, name, inbound)
  const rule = longestSuffix(dns.rules, name)
  if (!rule || rule.domain.length < own.domain.length) return own
  if (rule.type === 'system') return own.kind === 'public' ? { ...own, rule } : own
  return { kind: 'forward', rule, domain: rule.domain, conflict: dns.ruleConflicts.get(rule.domain) ?? null }
}

/** What Amazon's resolver answers with where no rule sends the name elsewhere. */
function chooseOwn(dns: DnsNet, vpc: VpcNet, name: string, inbound: boolean): Choice {
  const { zones, privateZones, inboundZones, zoneConflicts } = dns
  const open: Choice = { kind: 'public', rule: null, domain: '', conflict: null }
  // Source: Route 53 guide: private hosted zones need both attributes of the VPC, and so do the rules for names of instances
  if (vpc.dnsHostnames === false) return open
  const internal = internalDomain(vpc, name)
  let best: Choice = internal === null ? open : { kind: 'internal', domain: internal, conflict: null }
  for (let domain = name; domain.length > best.domain.length; ) {
    const zone = zones.get(domain)
    const hidden = privateZones.get(domain) ?? (inbound ? inboundZones.get(domain) : undefined)
    const managed = hidden?.assumed && (zone || domain !== name) ? undefined : hidden
    const conflict = zone ? (zoneConflicts.get(domain) ?? null) : null
    if (managed) best = { kind: 'managed-zone', zone: managed, domain, conflict }
    else if (zone) best = { kind: 'hosted-zone', zone, domain, conflict }
    const dot = domain.indexOf('.')
    if (managed || zone || dot < 0) break
    domain = domain.slice(dot + 1)
  }
  return best
}

/** The autodefined rule of a VPC for names of instances; null where none holds the name. Source: Route 53 guide, autodefined rules. */
function internalDomain({ regionCode }: VpcNet, name: string): string | null {
  const own =
    regionCode === 'us-east-1'
      ? ['compute-1.internal', 'compute-1.amazonaws.com']
      : [`${regionCode}.compute.internal`, `${regionCode}.compute.amazonaws.com`]
  return [...own, 'ec2.internal', 'compute.internal'].find((domain) => isWithin(name, domain)) ?? null
}
