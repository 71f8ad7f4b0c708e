import { buildDns } from './buildDns.ts'
import { addGap, type Building, type DnsBuild, isGap, type Lower, type VpcBuild } from './building.ts'
import { filterNames } from './lowerDnsFirewallRuleGroups.ts'
import { zonesOfEndpoint } from './lowerEndpoints.ts'

/**
 * What a Profile brings to its VPCs, after all that they have of their own: for one domain the VPC's own zone, rule or endpoint comes first,
 * else the most specific domain decides, as without Profiles. Source: Route 53 guide, how Route 53 Profile settings are prioritized.
 */
export const lowerRoute53Profiles: Lower<'route-53-profile'> = (building, profiles) => {
  const taken = new Set<VpcBuild>()
  for (const profile of profiles)
    profile.vpcs.forEach((id, index) => {
      const at = { construct: profile.id, path: ['vpcs', index] }
      const vpc = building.vpcs.get(id)
      if (!vpc) addGap(building, 'dangling-reference', at, `no VPC “${id}”`)
      // Source: Route 53 quotas: one Profile for a VPC
      else if (taken.has(vpc))
        buildDns(building, vpc).unread.push(addGap(building, 'invalid-value', at, 'the VPC has a Profile already'))
      else {
        taken.add(vpc)
        applyProfile(building, vpc, profile)
      }
    })
}

type Profile = Parameters<typeof lowerRoute53Profiles>[1][number]

function applyProfile(building: Building, vpc: VpcBuild, profile: Profile): void {
  const dns = buildDns(building, vpc)
  const own = new Set([...dns.zones.keys(), ...dns.privateZones.keys(), ...dns.rules.keys()])
  const missing = (field: string, index: number, id: string) =>
    addGap(building, 'dangling-reference', { construct: profile.id, path: [field, index] }, `no “${id}”`)
  profile.hostedZones.forEach((id, index) => {
    const zone = building.hostedZones.get(id)
    if (!zone) dns.unread.push(missing('hostedZones', index, id))
    else if (isGap(zone)) dns.unread.push(zone)
    else if (!own.has(zone.domain)) dns.zones.set(zone.domain, zone)
  })
  profile.resolverRules.forEach((id, index) => {
    const rule = building.resolverRules.get(id)
    if (!rule) dns.unread.push(missing('resolverRules', index, id))
    else if (isGap(rule)) dns.unread.push(rule)
    else if (!own.has(rule.domain)) dns.rules.set(rule.domain, rule)
  })
  profile.interfaceEndpoints.forEach((id, index) => {
    const endpoint = building.endpoints.get(id)
    if (!endpoint) dns.unread.push(missing('interfaceEndpoints', index, id))
    else if (endpoint.privateDns === 'on')
      for (const [name, zone] of zonesOfEndpoint(endpoint)) if (isFree(dns, own, name)) dns.privateZones.set(name, zone)
  })
  profile.firewallRuleGroups.forEach(({ group, priority }, index) => {
    if (!filterNames(building, vpc, group, priority)) dns.unread.push(missing('firewallRuleGroups', index, group))
  })
}

/** A zone of the Profile's own comes before the names of its endpoints, so that a person may add records to them. */
const isFree = (dns: DnsBuild, own: ReadonlySet<string>, name: string): boolean =>
  !own.has(name) && !dns.zones.has(name)
