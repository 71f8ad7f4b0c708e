import type { EndpointServiceNet, Eni } from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'

/** The load balancers' nodes that an interface may lead to: those of its zone, by zone id; for a service of another Region any. */
export function nodesFor({ balancers, regionCode }: EndpointServiceNet, { subnet }: Eni): readonly Eni[] {
  const nodes = balancers.flatMap(({ enis }) => enis)
  return subnet.vpc.regionCode === regionCode ? nodes.filter((node) => zoneKey(node.subnet) === zoneKey(subnet)) : nodes
}
