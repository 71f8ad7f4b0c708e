import { constructAt, constructOfKind, listOfKind } from '../../model/containment.ts'
import type { Construct, ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { groupsOf } from './groupsOf.ts'
import type { PlannedResource } from './latticeShapes.ts'
import { otherAccounts } from './otherAccounts.ts'
import { keyOf, makePart, type Part, type PartKey, type PartName } from './part.ts'
import {
  addRemark,
  findDeployed,
  findInVpc,
  isHome,
  type Planner,
  type Planning,
  remarkChosen,
  remarkState,
  want,
  wantConstruct,
} from './planning.ts'
import { resourceBehind } from './resourceBehind.ts'
import { accountsOf, vpcsHere, vpcsOf } from './vpcsOf.ts'

type Configuration = ConstructOf<'resource-configuration'>
type Endpoint = ConstructOf<'resource-endpoint'> | ConstructOf<'service-network-endpoint'>

/** Where requests for resources come into a VPC. */
export const resourceGateway: Planner<'resource-gateway'> = (construct, planning) => {
  const placed = placedOf(construct, planning)
  if (placed.subnets.length === 0) {
    addRemark(planning, construct, 'it names no subnet, and AWS makes no resource gateway without one.')
    return []
  }
  return [makePart('resource-gateway', construct, null, needsOf(placed), placed)]
}

const TYPES = { single: 'SINGLE', group: 'GROUP', child: 'CHILD', arn: 'ARN' } as const

/** The configuration, shared with the accounts that use it, and AWS's word on its domain. Source: VPC Lattice API, CreateResourceConfiguration. */
export const resourceConfiguration: Planner<'resource-configuration'> = (construct, planning) => {
  const configuration = keyOf(construct)
  const resource = construct.type === 'group' ? null : resourceBehind(construct, planning)
  if (construct.type !== 'group' && resource === null) return []
  const type = typeOf(construct, resource)
  const named =
    construct.group === null ? null : constructOfKind(planning.design, construct.group, 'resource-configuration')
  if (type === 'CHILD' && named !== null && named.type !== 'group') {
    addRemark(planning, construct, `${named.id} is no group, and AWS makes no child without one.`)
    return []
  }
  const group = type === 'CHILD' ? wantedKey(planning, construct, construct.group, 'resource-configuration') : null
  if (type === 'CHILD' && group === null) {
    const lacks = construct.group === null ? 'it names no group' : 'it is left out with its group'
    addRemark(planning, construct, `${lacks}, and AWS makes no child without one.`)
    return []
  }
  const gateway = type === 'CHILD' ? null : gatewayOf(construct, planning)
  const verification = verificationOf(construct)
  const networks = listOfKind(planning.design, 'service-network').filter((one) => holds(one, construct.id))
  const needs = [gateway, group, verification, resource && 'key' in resource ? resource.key : null].filter(
    (key) => key !== null,
  )
  const parts: Part[] = []
  if (verification !== null) {
    addRemark(
      planning,
      construct,
      'AWS calls its domain verified once a TXT record stands in public DNS; aws vpc-lattice get-domain-verification says which.',
    )
    const domain = construct.customDomainName!.replace(/^\*\./, '')
    parts.push(makePart('domain-verification', construct, 'domain-verification', [], { domain }))
  }
  parts.push(
    makePart('resource-configuration', construct, null, needs, {
      type,
      gateway,
      group,
      resource,
      addressType: addressTypeOf(construct, planning),
      verification,
      inNetwork: networks.length > 0,
    }),
  )
  const endpoints = listOfKind(planning.design, 'resource-endpoint').filter(
    (one) => one.resourceConfiguration === construct.id,
  )
  const accounts = otherAccounts(planning, accountsWith(planning, [...networks, ...endpoints]))
  if (accounts.length > 0)
    parts.push(makePart('configuration-share', construct, 'share', [configuration], { configuration, accounts }))
  return parts
}

/** The network with its resources, in its own account, shared with others; each VPC is associated where it lies. */
export const serviceNetwork: Planner<'service-network'> = (construct, planning) => {
  const network = keyOf(construct)
  const vpcs = vpcsOf(
    planning,
    construct,
    construct.vpcs.map(({ vpc }) => vpc),
  )
  const parts: Part[] = []
  if (isHome(planning, construct)) {
    parts.push(makePart('service-network', construct, null, [], {}))
    const endpoints = listOfKind(planning.design, 'service-network-endpoint').filter(
      (one) => one.serviceNetwork === construct.id,
    )
    const accounts = otherAccounts(planning, [...accountsOf(planning, vpcs), ...accountsWith(planning, endpoints)])
    if (accounts.length > 0) parts.push(makePart('network-share', construct, 'share', [network], { network, accounts }))
    for (const [id, { privateDns, dnsName }] of new Map(construct.resources.map((one) => [one.configuration, one]))) {
      const configuration = wantedKey(planning, construct, id, 'resource-configuration')
      if (configuration === null) continue
      const needs = [network, configuration, keyOf(id, 'share')]
      remarkChosen(planning, construct, `the name of its association with ${id}`, dnsName)
      const details = { network, configuration, privateDns }
      parts.push(makePart('network-resource', construct, `resource-${id}`, needs, details))
    }
  }
  for (const vpc of vpcsHere(planning, vpcs)) {
    wantConstruct(planning, construct)
    wantConstruct(planning, vpc)
    const row = construct.vpcs.find((one) => one.vpc === vpc.id)!
    const groups = [...new Set(row.securityGroups)].filter((id) => isGroupOf(planning, construct, id, vpc.id))
    const needs = [network, vpc.id, ...groups, keyOf(construct, 'share')]
    const details = { network, vpc: vpc.id, groups, names: row }
    parts.push(makePart('network-vpc', construct, `vpc-${vpc.id}`, needs, details))
  }
  return parts
}

/** An endpoint for a resource, or a group of them. */
export const resourceEndpoint: Planner<'resource-endpoint'> = (construct, planning) => {
  const { resourceConfiguration, resourceConfigurationArn } = construct
  const placed = placedOf(construct, planning)
  const configuration =
    wantedKey(planning, construct, resourceConfiguration, 'resource-configuration') ??
    (resourceConfigurationArn === ''
      ? given(planning, construct, 'configuration', 'ARN of the resource configuration', 'resource-configuration')
      : null)
  remarkNames(planning, construct)
  remarkState(planning, construct, 'available')
  const needs = needsOf(placed, configuration)
  return [makePart('resource-endpoint', construct, null, needs, { ...placed, configuration })]
}

/** An endpoint for all resources of a service network. */
export const serviceNetworkEndpoint: Planner<'service-network-endpoint'> = (construct, planning) => {
  const { serviceNetwork, serviceNetworkArn } = construct
  const placed = placedOf(construct, planning)
  const network =
    wantedKey(planning, construct, serviceNetwork, 'service-network') ??
    (serviceNetworkArn === ''
      ? given(planning, construct, 'network', 'ARN of the service network', 'service-network')
      : null)
  remarkNames(planning, construct)
  remarkState(planning, construct, 'available')
  return [makePart('service-network-endpoint', construct, null, needsOf(placed, network), { ...placed, network })]
}

function remarkNames(
  planning: Planning,
  construct: ConstructOf<'resource-endpoint' | 'service-network-endpoint'>,
): void {
  for (const name of construct.dnsNames) remarkChosen(planning, construct, 'the names of endpoints', name)
}

/** The key of what it names in whatever account, if that is made in the same Region; it goes by its ARN. */
function wantedKey(
  planning: Planning,
  holder: Construct,
  id: ConstructId | null,
  kind: 'resource-configuration' | 'service-network' | 'resource-gateway',
): PartKey | null {
  if (id === null) return null
  const found = findDeployed(planning, holder, id, kind)
  if (!found) return null
  if (planning.places.get(id)?.[0]?.regionCode === planning.regionCode) return found.id
  addRemark(planning, holder, `the reference to “${id}” is left out, because it is in another Region.`)
  return null
}

/** The key of what somebody has to give, as nothing is drawn for it. */
const given = (planning: Planning, holder: Construct, word: string, what: string, type: PartName): PartKey =>
  want(planning, keyOf(holder, word), `${what} of ${holder.id}`, type)

/** What AWS calls an ARN is of that type, and nothing else is. */
function typeOf({ type }: Configuration, resource: PlannedResource | null) {
  if (resource?.kind === 'arn') return 'ARN'
  return type === 'arn' ? 'SINGLE' : TYPES[type]
}

const gatewayOf = (construct: Configuration, planning: Planning): PartKey =>
  wantedKey(planning, construct, construct.resourceGateway, 'resource-gateway') ??
  given(planning, construct, 'gateway', 'the resource gateway', 'resource-gateway')

/** A child's domain lies below that of its group, whose verification counts. */
const verificationOf = (construct: Configuration): PartKey | null =>
  construct.domainVerification === 'verified' && construct.customDomainName !== null && construct.type !== 'child'
    ? keyOf(construct, 'domain-verification')
    : null

/** Addresses of a domain name, as its gateway has them. */
function addressTypeOf({ group, resourceGateway: own }: Configuration, { design }: Planning): string {
  const of = group === null ? null : constructOfKind(design, group, 'resource-configuration')
  const id = own ?? of?.resourceGateway ?? null
  const gateway = id === null ? null : constructOfKind(design, id, 'resource-gateway')
  return (gateway?.ipAddressType ?? 'ipv4').toUpperCase()
}

const holds = ({ resources }: ConstructOf<'service-network'>, id: ConstructId): boolean =>
  resources.some(({ configuration }) => configuration === id)

/** The accounts that those belong to. */
const accountsWith = ({ places }: Planning, users: readonly Construct[]): readonly string[] =>
  users.map(({ id }) => places.get(id)?.[0]?.accountId ?? '')

/** A group of the associated VPC; any other is left out with a remark. */
function isGroupOf(planning: Planning, holder: Construct, id: ConstructId, vpc: ConstructId): boolean {
  const group = constructAt(planning.design, id)
  if (group?.kind === 'security-group' && group.vpc === vpc) {
    wantConstruct(planning, group)
    return true
  }
  addRemark(planning, holder, `the reference to “${id}” is left out, because it is no security group of ${vpc}.`)
  return false
}

const placedOf = (construct: Endpoint | ConstructOf<'resource-gateway'>, planning: Planning) => ({
  vpc: construct.vpc,
  subnets: [...new Set(construct.subnets)].filter((id) => findInVpc(planning, construct, id, 'subnet')),
  groups: groupsOf(planning, construct, construct.securityGroups),
})

const needsOf = ({ vpc, subnets, groups }: ReturnType<typeof placedOf>, shared: PartKey | null = null) => [
  vpc,
  ...subnets,
  ...groups,
  ...(shared === null ? [] : [shared]),
]
