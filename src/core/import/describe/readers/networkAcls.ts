import { asFields, asFlag, asId, asNumber, asText, asWord, type Fields, isFields } from '../../fields.ts'
import { add, type Importing, type InputOf, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { titleOfRecord } from '../../whereabouts.ts'
import { portsOf, protocolOf, type Traffic } from './traffic.ts'

type AclEntry = NonNullable<InputOf<'network-acl'>['ingress']>[number]
/** The number of the last entry, which every ACL has and which denies what is left; that of IPv6 is one more. */
const LAST = 32767

/** `describe-network-acls`. One with an entry that cannot be read is left out whole. */
export function readNetworkAcl(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.NetworkAclId)
  const vpc = asId(value.VpcId)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the network ACL’s VPC is not there')
  if (!Array.isArray(value.Entries)) return skip(importing, entry, id, 'the entries of the network ACL are not there')
  const ingress: AclEntry[] = []
  const egress: AclEntry[] = []
  for (const item of value.Entries) {
    const fields = asFields(item)
    const isEgress = asFlag(fields.Egress)
    const read = isFields(item) && isEgress !== null ? entryOf(fields) : null
    if (read === null || read.number > LAST + 1 || (read.number >= LAST && !deniesAll(read)))
      return skip(importing, entry, id, 'an entry of the network ACL cannot be read')
    if (read.number < LAST) (isEgress ? egress : ingress).push(read)
  }
  const byNumber = (a: AclEntry, b: AclEntry) => a.number - b.number
  add(importing, entry, {
    kind: 'network-acl',
    id,
    name: titleOfRecord(entry, id),
    vpc,
    ingress: ingress.sort(byNumber),
    egress: egress.sort(byNumber),
  })
}

/** As the last entry of every ACL does. */
const deniesAll = ({ action, cidr, protocol }: AclEntry): boolean =>
  action === 'deny' && (cidr === '0.0.0.0/0' || cidr === '::/0') && protocol === 'all'

function entryOf(fields: Fields): AclEntry | null {
  const number = asNumber(fields.RuleNumber)
  const action = asWord(fields.RuleAction, ['allow', 'deny'])
  const cidr = asText(fields.CidrBlock) ?? asText(fields.Ipv6CidrBlock)
  const traffic = trafficOf(fields)
  return number === null || action === null || cidr === null || traffic === null
    ? null
    : { number, action, cidr, ...traffic }
}

function trafficOf(fields: Fields): Traffic | null {
  const protocol = protocolOf(fields.Protocol)
  if (protocol === null) return null
  if (protocol === 'tcp' || protocol === 'udp') {
    const ports = portsOf(asFields(fields.PortRange), 'From', 'To')
    return ports === false ? null : { protocol, ports, icmp: null }
  }
  if (protocol !== 'icmp' && protocol !== 'icmpv6') return { protocol, ports: null, icmp: null }
  const kind = asFields(fields.IcmpTypeCode)
  const type = asNumber(kind.Type) ?? -1
  return { protocol, ports: null, icmp: type === -1 ? null : { type, code: asNumber(kind.Code) ?? -1 } }
}
