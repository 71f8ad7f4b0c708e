import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** What of a resource cannot be changed where it stands. Sources: CloudFormation template reference, “Update requires”; arguments of the provider that force a new resource. */
const REPLACING: readonly (readonly [of: readonly PartName[], what: string, edits: string])[] = [
  [['vpc'], 'VPC', 'its first IPv4 block'],
  [['subnet'], 'Subnet', 'its block, zone or VPC'],
  [['route-table', 'network-acl'], 'Route table, network ACL', 'its VPC'],
  [['route'], 'Route', 'its destination or table'],
  [['acl-entry'], 'Entry of a network ACL', 'its number or direction'],
  [['security-group'], 'Security group', 'its description or VPC'],
  [['interface-endpoint', 'gateway-endpoint', 'balancer-endpoint'], 'Endpoint', 'its service, type or VPC'],
  [['nat-gateway'], 'NAT gateway', 'its subnet, address or kind'],
  [['peering'], 'Peering connection', 'either VPC'],
  [['transit-attachment'], 'Attachment of a transit gateway', 'its gateway or VPC'],
  [['customer-gateway'], 'Customer gateway', 'its address or ASN'],
  [['network-balancer', 'application-balancer', 'gateway-balancer'], 'Load balancer', 'its scheme or kind'],
  [['target-group'], 'Target group', 'its protocol, port, kind of targets or VPC'],
  [['resolver-endpoint'], 'Endpoint of VPC Resolver', 'its direction or security groups'],
  [['hosted-zone'], 'Hosted zone', 'its name'],
  [['client-interface'], 'Network interface', 'its subnet or private address'],
  [['instance'], 'Instance', 'its image, subnet, private address or operating system'],
  [['bucket', 'table'], 'Bucket, table', 'its name; the old one is kept'],
]

/** Which edits make a resource anew, of what an export makes. */
export const replacementLines = (stacks: readonly StackPlan[]): readonly string[] => {
  const names = new Set(stacks.flatMap(({ parts }) => parts.map(({ name }) => name)))
  const rows = REPLACING.filter(([of]) => of.some((name) => names.has(name)))
  return rows.length === 0
    ? []
    : [
        '| resource | made anew when this changes |',
        '| --- | --- |',
        ...rows.map(([, what, edits]) => `| ${what} | ${edits} |`),
      ]
}
