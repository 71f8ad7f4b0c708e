import type { Origin } from '../topology/origin.ts'

/** Lists and fields of constructs, as one says them: with and without a number behind. */
const PLACES: Readonly<Record<string, readonly [whole: string, one: string]>> = {
  ingress: ['inbound entries', 'inbound entry'],
  egress: ['outbound entries', 'outbound entry'],
  routes: ['routes', 'route'],
  routeTables: ['associations', 'association'],
  subnets: ['subnets', 'subnet'],
  interfaces: ['interfaces', 'interface'],
  securityGroups: ['security groups', 'security group'],
  cidrs: ['address blocks', 'address block'],
  ipv6Cidrs: ['IPv6 blocks', 'IPv6 block'],
  dhcpDnsServers: ['DNS servers', 'DNS server'],
  entries: ['entries', 'entry'],
}
const FIELDS: Readonly<Record<string, string>> = {
  cidr: 'address block',
  ipv6Cidr: 'IPv6 block',
  routeTable: 'route table',
  networkAcl: 'network ACL',
  mainRouteTable: 'main route table',
  defaultSecurityGroup: 'default security group',
  defaultNetworkAcl: 'default network ACL',
  dnsSupport: 'DNS support',
  privateDns: 'private DNS',
  publicIp: 'public address',
  privateIp: 'private address',
  ipv6: 'IPv6 address',
  listens: 'open ports',
  hostNames: 'host names',
  dnsLabel: 'DNS names',
}

/** Where in the design something stands: `acl-a, inbound entry 2`; the construct alone where its field has no name of its own. */
export function explainOrigin({ construct, path }: Origin, nameOf: (id: string) => string): string {
  const words: string[] = []
  for (let i = 0; i < path.length; i++) {
    const [key, next] = [String(path[i]), path[i + 1]]
    const list = PLACES[key]
    if (list && typeof next === 'number') {
      words.push(`${list[1]} ${next + 1}`)
      i++
    } else if (list) words.push(list[0])
    else if (FIELDS[key] && !words.includes(FIELDS[key])) words.push(FIELDS[key])
  }
  return [nameOf(construct), ...words].join(', ')
}
