import { constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { groupsOf } from './groupsOf.ts'
import { keyOf, makePart } from './part.ts'
import { findInVpc, type Planner, type Planning, want, wantConstruct } from './planning.ts'

/** Amazon VPC Lattice: endpoints for a resource and for a service network. */
export const resourceEndpoint: Planner<'resource-endpoint'> = (construct, planning) => {
  const placed = placedOf(construct, planning)
  const configuration =
    construct.resourceConfigurationArn === ''
      ? want(planning, keyOf(construct, 'configuration'), `ARN of the resource configuration of ${construct.id}`)
      : null
  const needs = [construct.vpc, ...placed.subnets, ...placed.groups, ...(configuration === null ? [] : [configuration])]
  return [makePart('resource-endpoint', construct, null, needs, { ...placed, configuration })]
}

export const serviceNetwork: Planner<'service-network'> = (construct) => [
  makePart('service-network', construct, null, [], {}),
]

export const serviceNetworkEndpoint: Planner<'service-network-endpoint'> = (construct, planning) => {
  const placed = placedOf(construct, planning)
  const network = networkOf(construct, planning)
  const needs = [construct.vpc, ...placed.subnets, ...placed.groups, ...(network === null ? [] : [network.key])]
  return [makePart('service-network-endpoint', construct, null, needs, { ...placed, network })]
}

function networkOf(construct: ConstructOf<'service-network-endpoint'>, planning: Planning) {
  const id = construct.serviceNetwork
  const drawn = id === null ? null : constructOfKind(planning.design, id, 'service-network')
  // The ARN of one in another stack has to be given like any other
  if (drawn && planning.included.has(drawn.id)) return { key: wantConstruct(planning, drawn), isDrawn: true }
  if (construct.serviceNetworkArn !== '') return null
  const what = `ARN of the service network of ${construct.id}`
  return { key: want(planning, keyOf(construct, 'network'), what), isDrawn: false }
}

const placedOf = (
  construct: ConstructOf<'resource-endpoint'> | ConstructOf<'service-network-endpoint'>,
  planning: Planning,
) => ({
  vpc: construct.vpc,
  subnets: [...new Set(construct.subnets)].filter((id) => findInVpc(planning, construct, id, 'subnet')),
  groups: groupsOf(planning, construct, construct.securityGroups),
})
