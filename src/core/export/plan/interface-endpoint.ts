import { findService } from '../../aws/index.ts'
import { listOfKind } from '../../model/index.ts'
import { groupsOf } from './groupsOf.ts'
import { makePart } from './part.ts'
import { addRemark, findInVpc, type Planner, type Planning } from './planning.ts'
import { addressOf } from './resolveBlock.ts'

type Endpoint = Parameters<typeof interfaceEndpoint>[0]

/** The endpoint with its subnets, groups and DNS settings. */
export const interfaceEndpoint: Planner<'interface-endpoint'> = (construct, planning) => {
  const found = findService(planning.catalogue, construct.service)
  if (!found)
    addRemark(
      planning,
      construct,
      `the service “${construct.service}” is not in the catalogue; its name is exported as it is.`,
    )
  const seen = new Set<string>()
  const subnets = construct.subnets.flatMap((one) => {
    if (seen.has(one.subnet)) return []
    seen.add(one.subnet)
    const subnet = findInVpc(planning, construct, one.subnet, 'subnet')
    return subnet ? [{ subnet: subnet.id, privateIp: addressOf(planning, construct, one.privateIp) }] : []
  })
  const groups = groupsOf(planning, construct, construct.securityGroups)
  const privateDns = construct.privateDns && found?.entry.privateDns !== 'none'
  if (construct.privateDns && !privateDns)
    addRemark(
      planning,
      construct,
      'the service offers no private DNS. AWS refuses an endpoint that asks for it, so it is exported with private DNS off.',
    )
  const hasTwoTypes = found?.entry.types.includes('gateway') ?? construct.service.endsWith('.s3')
  const onlyInboundResolver = privateDns && hasTwoTypes ? construct.privateDnsOnlyForInboundResolver : null
  const needs = [
    construct.vpc,
    ...subnets.map((one) => one.subnet),
    ...groups,
    ...(onlyInboundResolver ? gatewayEndpoints(construct, planning) : []),
  ]
  return [
    makePart('interface-endpoint', construct, null, needs, {
      vpc: construct.vpc,
      subnets,
      groups,
      privateDns,
      onlyInboundResolver,
      serviceRegion: found && found.region !== '' && found.region !== planning.regionCode ? found.region : null,
      takesPolicy: found?.entry.policySupported === true,
    }),
  ]
}

/** Private DNS for inbound resolvers alone wants a gateway endpoint of the same service to be there first. */
const gatewayEndpoints = (construct: Endpoint, planning: Planning): string[] =>
  listOfKind(planning.design, 'gateway-endpoint')
    .filter((one) => one.vpc === construct.vpc && one.service === construct.service)
    .map((one) => one.id)
