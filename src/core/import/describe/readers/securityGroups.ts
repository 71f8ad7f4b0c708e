import { asId, asNumber, asRecords, asText, type Fields, isFields, plain, tagOf } from '../../fields.ts'
import { add, type Importing, type InputOf, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { prefixListReference } from './prefixLists.ts'
import { portsOf, protocolOf, type Traffic } from './traffic.ts'

type Rule = NonNullable<InputOf<'security-group'>['ingress']>[number]

/** `describe-security-groups`. A group with a rule that cannot be read is left out whole: half of its rules would be wrong. */
export function readSecurityGroup(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.GroupId)
  const vpc = asId(value.VpcId)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the security group’s VPC is not there')
  const ingress = rulesOf(importing, entry, value.IpPermissions)
  const egress = rulesOf(importing, entry, value.IpPermissionsEgress)
  if (ingress === null || egress === null)
    return skip(importing, entry, id, 'a rule of the security group cannot be read')
  add(importing, entry, {
    kind: 'security-group',
    id,
    name: tagOf(value, 'Name') ?? asText(value.GroupName) ?? id,
    vpc,
    description: plain(asText(value.Description) ?? '', 255),
    ingress,
    egress,
  })
}

function rulesOf(importing: Importing, { region }: Entry, permissions: unknown): Rule[] | null {
  if (!Array.isArray(permissions)) return null
  const rules: Rule[] = []
  for (const permission of permissions) {
    if (!isFields(permission)) return null
    const peers = peersOf(importing, permission, region)
    const traffic = trafficOf(permission)
    if (peers === null || traffic === null) return null
    for (const peer of peers) rules.push({ ...traffic, ...peer })
  }
  return rules
}

function trafficOf(permission: Fields): Traffic | null {
  const protocol = protocolOf(permission.IpProtocol)
  const range = portsOf(permission, 'FromPort', 'ToPort')
  if (protocol === 'tcp' || protocol === 'udp') return range === false ? null : { protocol, ports: range, icmp: null }
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    const [type, code] = [asNumber(permission.FromPort), asNumber(permission.ToPort)]
    if ((type === null) !== (code === null)) return null
    return { protocol, ports: null, icmp: type === null || code === null || type === -1 ? null : { type, code } }
  }
  return protocol === null ? null : { protocol, ports: null, icmp: null }
}

/** The other sides that a rule names; null where one of them cannot be read. */
function peersOf(
  importing: Importing,
  fields: Fields,
  region: string | null,
): Pick<Rule, 'peer' | 'description'>[] | null {
  const peers: (Pick<Rule, 'peer' | 'description'> | null)[] = []
  const description = (one: Fields) => plain(asText(one.Description) ?? '', 255)
  const each = (list: unknown, read: (one: Fields) => Rule['peer'] | null) => {
    if (list === undefined || list === null) return
    if (!Array.isArray(list)) peers.push(null)
    for (const one of asRecords(list)) {
      const peer = read(one)
      peers.push(peer && { peer, description: description(one) })
    }
    if (Array.isArray(list) && asRecords(list).length < list.length) peers.push(null)
  }
  const text = (value: unknown, make: (found: string) => Rule['peer']) => {
    const found = asText(value)
    return found === null ? null : make(found)
  }
  // AWS Config keeps the blocks alone under this name, and the ranges as records under the other.
  each(fields.Ipv4Ranges ?? fields.IpRanges, (one) => text(one.CidrIp, (cidr) => ({ cidr })))
  each(fields.Ipv6Ranges, (one) => text(one.CidrIpv6, (cidr) => ({ cidr })))
  each(fields.UserIdGroupPairs, (one) => text(asId(one.GroupId), (securityGroup) => ({ securityGroup })))
  each(fields.PrefixListIds, (one) =>
    text(asId(one.PrefixListId), (list) => ({ prefixList: prefixListReference(importing, list, region) })),
  )
  return peers.every((peer) => peer !== null) ? peers : null
}
