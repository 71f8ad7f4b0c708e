import { findService, privateNamesOf } from '../../aws/findService.ts'
import { listOfKind } from '../../model/containment.ts'
import type { PlannedService } from './endpointShapes.ts'
import { groupsOf } from './groupsOf.ts'
import { makePart } from './part.ts'
import { planEndpointPolicy } from './planEndpointPolicy.ts'
import { addRemark, findInVpc, type Planner, type Planning, remarkChosen, remarkState } from './planning.ts'
import { addressOf } from './resolveBlock.ts'
import { serviceOf } from './serviceOf.ts'

type Endpoint = Parameters<typeof interfaceEndpoint>[0]

/** The endpoint with its subnets, groups and DNS settings. */
export const interfaceEndpoint: Planner<'interface-endpoint'> = (construct, planning) => {
  const { service, needs: serviceNeeds } = serviceOf(planning, construct)
  const isOwn = service.part !== undefined
  const found = isOwn ? null : findService(planning.catalogue, construct.service)
  if (!found && !isOwn)
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
    const ipv6 = one.ipv6 === 'auto' ? null : one.ipv6
    return subnet ? [{ subnet: subnet.id, privateIp: addressOf(planning, construct, one.privateIp), ipv6 }] : []
  })
  const groups = groupsOf(planning, construct, construct.securityGroups)
  const privateDns = construct.privateDns && !isOwn && found?.entry.privateDns !== 'none'
  if (construct.privateDns && isOwn)
    addRemark(
      planning,
      construct,
      'AWS refuses private DNS until the service’s private DNS name is verified, so the endpoint is made with it off. Afterwards: aws ec2 modify-vpc-endpoint --private-dns-enabled.',
    )
  else if (construct.privateDns && !privateDns)
    addRemark(
      planning,
      construct,
      'the service offers no private DNS. AWS refuses an endpoint that asks for it, so it is exported with private DNS off.',
    )
  const hasTwoTypes = found?.entry.types.includes('gateway') ?? construct.service.endsWith('.s3')
  const onlyInboundResolver = privateDns && hasTwoTypes ? construct.privateDnsOnlyForInboundResolver : null
  remarkState(planning, construct, 'available')
  const own = planEndpointPolicy(planning, construct)
  remarkChosen(planning, construct, 'the first part of its DNS names', construct.dnsLabel)
  const needs = [
    construct.vpc,
    ...serviceNeeds,
    ...subnets.map((one) => one.subnet),
    ...groups,
    ...own.needs,
    ...(onlyInboundResolver ? gatewayEndpoints(construct, planning) : []),
  ]
  return [
    makePart('interface-endpoint', construct, null, needs, {
      vpc: construct.vpc,
      subnets,
      groups,
      privateDns,
      privateNames: privateDns ? privateNamesOf(planning.catalogue, construct.service) : [],
      onlyInboundResolver,
      service,
      serviceRegion: regionOfService(construct, service, found?.region ?? '', planning),
      takesPolicy: found?.entry.policySupported === true,
      policy: own.policy,
    }),
    ...own.parts,
  ]
}

/** The Region of the service where it is another one than the endpoint's. */
function regionOfService(
  construct: Endpoint,
  service: PlannedService,
  named: string,
  planning: Planning,
): string | null {
  const region = service.part === undefined ? (construct.serviceRegion ?? named) : service.regionCode
  return region !== '' && region !== planning.regionCode ? region : null
}

/** Private DNS for inbound resolvers alone wants a gateway endpoint of the same service to be there first. */
const gatewayEndpoints = (construct: Endpoint, planning: Planning): string[] =>
  listOfKind(planning.design, 'gateway-endpoint')
    .filter((one) => one.vpc === construct.vpc && one.service === construct.service)
    .map((one) => one.id)
