import { constructOfKind, vpcOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import { constructKinds, definitions } from '../../kinds/definitions.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { arePeers } from '../../reach.ts'
import { changing, type Link, type Rule, rule, rules } from './linking.ts'

/** What carries groups as a whole; a client's interfaces each have their own. */
const HOLDERS = constructKinds.filter(
  (kind): kind is Extract<Construct, { readonly securityGroups: unknown }>['kind'] =>
    definitions[kind].references.some(({ path }) => path === 'securityGroups[]'),
)

/** Lines of security groups and network ACLs, and of what is a VPC's default or main one. */
export const filtering: readonly Rule[] = [
  rule('subnet', 'network-acl', (subnet, acl) =>
    subnet.networkAcl === acl.id
      ? `${subnet.name} uses ${acl.name} already`
      : changing(subnet, { networkAcl: acl.id }, `${subnet.name} uses ${acl.name}`),
  ),
  rule('client', 'security-group', (client, group) => {
    const [first, ...rest] = client.interfaces
    if (first!.securityGroups.includes(group.id)) return `${client.name} carries ${group.name} already`
    const interfaces = [{ ...first!, securityGroups: [...first!.securityGroups, group.id] }, ...rest]
    return changing(client, { interfaces }, `${client.name} carries ${group.name}`)
  }),
  ...rules(HOLDERS, ['security-group'], (holder, group) => {
    const standing = holder.securityGroups ?? []
    return standing.includes(group.id)
      ? `${holder.name} carries ${group.name} already`
      : changing(holder, { securityGroups: [...standing, group.id] }, `${holder.name} carries ${group.name}`)
  }),
  rule('vpc', 'route-table', (vpc, table) => use(vpc, 'mainRouteTable', table, 'main route table')),
  rule('vpc', 'security-group', (vpc, group) => use(vpc, 'defaultSecurityGroup', group, 'default security group')),
  rule('vpc', 'network-acl', (vpc, acl) => use(vpc, 'defaultNetworkAcl', acl, 'default network ACL')),
  rule(
    'security-group',
    'security-group',
    (from, to, design) => {
      if (from.vpc !== to.vpc && !arePeers(design, from.vpc, to.vpc)) return apart(from, to, design)
      if (to.ingress.some(({ peer }) => 'securityGroup' in peer && peer.securityGroup === from.id))
        return `${to.name} lets in ${from.name} already`
      const entry = {
        protocol: 'tcp',
        ports: { from: 443, to: 443 },
        icmp: null,
        peer: { securityGroup: from.id },
        description: '',
      } as const
      return changing(
        to,
        { ingress: [...to.ingress, entry] },
        `${to.name} lets in TCP 443 from what carries ${from.name}`,
      )
    },
    true,
  ),
  ...rules(['block-public-access'], ['vpc', 'subnet'], (setting, place) =>
    setting.exclusions.some(({ of }) => of === place.id)
      ? `${setting.name} spares ${place.name} already`
      : changing(
          setting,
          { exclusions: [...setting.exclusions, { of: place.id, allow: 'bidirectional' }] },
          `${setting.name} spares ${place.name}`,
        ),
  ),
]

const use = (
  vpc: ConstructOf<'vpc'>,
  field: 'mainRouteTable' | 'defaultSecurityGroup' | 'defaultNetworkAcl',
  what: Construct,
  as: string,
): Link =>
  vpc[field] === what.id
    ? `${what.name} is the ${as} of ${vpc.name} already`
    : changing(vpc, { [field]: what.id }, `${what.name} becomes the ${as} of ${vpc.name}`)

function apart(from: ConstructOf<'security-group'>, to: ConstructOf<'security-group'>, design: Design): string {
  const nameOf = (id: string) => constructOfKind(design, id, 'vpc')?.name ?? id
  return `${from.name} of ${nameOf(from.vpc)} can be named in ${nameOf(vpcOf(design, to.id)?.id ?? to.vpc)} only over a peering connection`
}
