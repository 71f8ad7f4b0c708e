import { listOfKind, regionOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { changing, type Link, type Rule, rule, rules } from './linking.ts'

type Configuration = ConstructOf<'resource-configuration'>
type Network = ConstructOf<'service-network'>

/** Lines of VPC Lattice: endpoints, service networks, resource configurations, and what these lead to. */
export const lattice: readonly Rule[] = [
  rule('service-network-endpoint', 'service-network', (endpoint, network, design) =>
    endpoint.serviceNetwork === network.id
      ? `${endpoint.name} leads to ${network.name} already`
      : (elsewhere(design, endpoint, network) ??
        changing(
          endpoint,
          { serviceNetwork: network.id, privateDns: true },
          `${endpoint.name} leads to ${network.name}`,
        )),
  ),
  rule('resource-endpoint', 'resource-configuration', (endpoint, configuration, design) =>
    endpoint.resourceConfiguration === configuration.id
      ? `${endpoint.name} leads to ${configuration.name} already`
      : (elsewhere(design, endpoint, configuration) ??
        ofGroup(configuration) ??
        changing(
          endpoint,
          { resourceConfiguration: configuration.id, privateDns: configuration.customDomainName !== null },
          `${endpoint.name} leads to ${configuration.name}`,
        )),
  ),
  rule('resource-configuration', 'resource-gateway', (configuration, gateway, design) =>
    configuration.resourceGateway === gateway.id
      ? `${configuration.name} is reached through ${gateway.name} already`
      : (elsewhere(design, configuration, gateway) ??
        changing(
          configuration,
          { resourceGateway: gateway.id },
          `${configuration.name} is reached through ${gateway.name}`,
        )),
  ),
  ...rules(
    ['resource-configuration'],
    ['client', 'network-load-balancer', 'application-load-balancer', 'on-premises-host'],
    (configuration, resource) => {
      if (configuration.resource === resource.id) return `${configuration.name} leads to ${resource.name} already`
      if (configuration.type === 'group')
        return `${configuration.name} is a group: the resource configurations that are part of it lead to resources`
      return changing(configuration, { resource: resource.id }, `${configuration.name} leads to ${resource.name}`)
    },
  ),
  rule('resource-configuration', 'resource-configuration', joinGroup),
  rule('service-network', 'resource-configuration', (network, configuration, design) =>
    network.resources.some((one) => one.configuration === configuration.id)
      ? `${network.name} holds ${configuration.name} already`
      : (elsewhere(design, network, configuration) ??
        ofGroup(configuration) ??
        changing(
          network,
          { resources: [...network.resources, { configuration: configuration.id, privateDns: true }] },
          `${network.name} holds ${configuration.name}`,
        )),
  ),
  rule('service-network', 'vpc', associate),
]

const elsewhere = (design: Design, a: Construct, b: Construct): string | null =>
  regionOf(design, a.id)?.id === regionOf(design, b.id)?.id ? null : `${b.name} is in another Region than ${a.name}`

/** Source: VPC Lattice guide, resource configurations: children are shared with their group. */
const ofGroup = ({ name, type }: Configuration): string | null =>
  type === 'child' ? `${name} is part of a group: the group is what others may use` : null

/** One of the two has to be a group; the other becomes part of it. */
function joinGroup(from: Configuration, to: Configuration, design: Design): Link {
  const [child, group] = from.type === 'group' && to.type !== 'group' ? [to, from] : [from, to]
  if (group.type !== 'group') return `Neither ${from.name} nor ${to.name} is a group of resources`
  if (child.type === 'group') return 'A group of resources has no groups in it'
  if (child.type === 'child' && child.group === group.id) return `${child.name} is part of ${group.name} already`
  return (
    elsewhere(design, child, group) ??
    changing(child, { type: 'child', group: group.id }, `${child.name} is part of ${group.name}`)
  )
}

/** Source: VPC Lattice guide, quotas: a VPC is associated with one service network. */
function associate(network: Network, vpc: ConstructOf<'vpc'>, design: Design): Link {
  const has = ({ vpcs }: Network) => vpcs.some((one) => one.vpc === vpc.id)
  if (has(network)) return `${network.name} serves ${vpc.name} already`
  const other = listOfKind(design, 'service-network').find(has)
  if (other)
    return `${vpc.name} is associated with ${other.name}: a VPC takes one service network, endpoints lead to others`
  const row = {
    vpc: vpc.id,
    securityGroups: [],
    privateDns: true,
    privateDnsPreference: 'verified-domains-only',
    specifiedDomains: [],
  }
  return (
    elsewhere(design, network, vpc) ??
    changing(network, { vpcs: [...network.vpcs, row] }, `${network.name} serves ${vpc.name}`)
  )
}
