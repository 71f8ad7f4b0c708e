import { parseAddress } from '../../../net/address.ts'
import type { Evaluated, StackResource } from '../stack.ts'
import { CHOSEN_PUBLIC, placeholder } from './addresses.ts'
import { holderOf } from './interfaces.ts'
import { allOf, draw, lacks, naming, onceForAll, readElsewhere, referred, say, tagsOf, tell, type } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { routesOf, tableOfNat } from './routing.ts'
import { idOf, idsOf, listOf, recordsOf, textOf } from './values.ts'

const NAT = 'AWS::EC2::NatGateway'
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer'

/** Source: CloudFormation reference, AWS::EC2::NatGateway: public and of one zone unless said. */
function putNat(resource: StackResource, putting: Putting): undefined {
  const { id, properties } = resource
  if (lacks(putting, resource, 'ConnectivityType', 'AvailabilityMode')) return
  const isRegional = textOf(properties.AvailabilityMode)?.toLowerCase() === 'regional'
  say(putting, resource, 'NatGateways', {
    NatGatewayId: id,
    State: 'available',
    SubnetId: isRegional ? undefined : (idOf(properties.SubnetId) ?? undefined),
    VpcId: idOf(properties.VpcId) ?? undefined,
    ConnectivityType: textOf(properties.ConnectivityType)?.toLowerCase() ?? 'public',
    AvailabilityMode: isRegional ? 'regional' : 'zonal',
    RouteTableId: isRegional && tableIsNamed(putting, id) ? tableOfNat(id) : undefined,
    NatGatewayAddresses: isRegional
      ? recordsOf(properties.AvailabilityZoneAddresses).map((one) => ({
          AvailabilityZone: textOf(one.AvailabilityZone) ?? textOf(one.AvailabilityZoneId) ?? undefined,
        }))
      : [{ IsPrimary: true, PrivateIp: textOf(properties.PrivateIpAddress) ?? undefined }],
    Tags: tagsOf(resource),
  })
  if (isRegional && tableIsNamed(putting, id)) putTableOfNat(resource, putting)
}

/** Whether a template puts routes into the table that AWS makes for a regional NAT gateway. */
const tableIsNamed = (putting: Putting, id: string): boolean =>
  naming(putting, 'AWS::EC2::Route', 'RouteTableId', tableOfNat(id)).length > 0

/** It leads to the internet gateway by itself until a route says otherwise. Source: VPC guide, regional NAT gateways. */
function putTableOfNat(resource: StackResource, putting: Putting): undefined {
  const id = tableOfNat(resource.id)
  const vpc = idOf(resource.properties.VpcId)
  const gateway = vpc === null ? null : gatewayOf(putting, vpc)
  const routes = routesOf(putting, id)
  const isReplaced = routes.some((one) => 'DestinationCidrBlock' in one && one.DestinationCidrBlock === '0.0.0.0/0')
  say(putting, resource, 'RouteTables', {
    RouteTableId: id,
    VpcId: vpc ?? undefined,
    Routes: [
      ...routes,
      ...(isReplaced || gateway === null
        ? []
        : [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway, State: 'active', Origin: 'CreateRoute' }]),
    ],
    Associations: [],
  })
}

/** The internet gateway of a VPC; null where it has none. */
function gatewayOf(putting: Putting, vpc: string): string | null {
  for (const one of naming(putting, 'AWS::EC2::VPCGatewayAttachment', 'VpcId', vpc)) {
    const gateway = idOf(one.properties.InternetGatewayId)
    if (gateway !== null) return gateway
  }
  return null
}

interface Holder {
  readonly holder: string
  readonly interface: number
  readonly privateIp?: string | null
}

/** What an association maps the address to; null where that is none of the stacks'. */
function associated(putting: Putting, { properties }: StackResource): Holder | null {
  const eni = idOf(properties.NetworkInterfaceId)
  const privateIp = textOf(properties.PrivateIpAddress)
  const own = privateIp === null ? {} : { privateIp }
  if (eni !== null) {
    const found = holderOf(putting, eni)
    return found && { holder: found.instance, interface: found.index, ...own }
  }
  const instance = idOf(properties.InstanceId)
  return instance === null ? null : { holder: instance, interface: 0, ...own }
}

/** What has an Elastic IP address: an instance or its interface, a NAT gateway, or a node of a load balancer. */
const holderOfAddress = (putting: Putting, address: StackResource): Holder | null => {
  const named = holdersOfAddresses(putting).get(address.id)
  return named !== undefined || address.properties.InstanceId === undefined
    ? (named ?? null)
    : associated(putting, address)
}

/** What names an address: the first that does has it. */
const holdersOfAddresses = (putting: Putting): ReadonlyMap<string, Holder | null> =>
  onceForAll(putting, 'holders of addresses', () => {
    const found = new Map<string, Holder | null>()
    const keep = (value: Evaluated | undefined, holder: Holder | null) => {
      const address = referred(putting, value)?.id
      if (address !== undefined && !found.has(address)) found.set(address, holder)
    }
    for (const one of allOf(putting, 'AWS::EC2::EIPAssociation'))
      for (const value of [one.properties.AllocationId, one.properties.EIP]) keep(value, associated(putting, one))
    for (const { id, properties } of allOf(putting, NAT)) {
      keep(properties.AllocationId, { holder: id, interface: 0 })
      for (const [at, one] of recordsOf(properties.AvailabilityZoneAddresses).entries())
        for (const value of listOf(one.AllocationIds)) keep(value, { holder: id, interface: at })
    }
    for (const { id, properties } of allOf(putting, BALANCER))
      for (const [at, one] of recordsOf(properties.SubnetMappings).entries())
        keep(one.AllocationId, { holder: id, interface: at })
    return found
  })

function putAddress(resource: StackResource, putting: Putting): undefined {
  const { id, properties, region, awsId } = resource
  // `Ref` gives the address
  const known = awsId !== undefined && parseAddress(awsId) !== null ? awsId : null
  draw(putting, resource, {
    kind: 'elastic-ip',
    id,
    region,
    publicIp: known ?? textOf(properties[CHOSEN_PUBLIC]) ?? textOf(properties.Address),
    ...holderOfAddress(putting, resource),
  })
}

/** Of an address that no template makes, the association is drawn. */
function putAssociation(resource: StackResource, putting: Putting): undefined {
  const { id, properties, region } = resource
  if (referred(putting, properties.AllocationId) || referred(putting, properties.EIP)) return
  const found = associated(putting, resource)
  if (!found) return tell(putting, resource, 'skipped', 'what the Elastic IP address goes to is in none of the files')
  draw(putting, resource, { kind: 'elastic-ip', id, region, publicIp: textOf(properties.EIP), ...found })
}

export const gateways: Readonly<Record<string, ResourceType>> = {
  [NAT]: type(
    [
      'SubnetId',
      'AllocationId',
      'ConnectivityType',
      'PrivateIpAddress',
      'AvailabilityMode',
      'AvailabilityZoneAddresses',
      'VpcId',
      'SecondaryAllocationIds',
      'SecondaryPrivateIpAddresses',
      'SecondaryPrivateIpAddressCount',
      'MaxDrainDurationSeconds',
    ],
    putNat,
    {
      attributes: {
        NatGatewayId: ({ id }) => id,
        RouteTableId: ({ id }) => tableOfNat(id),
        EniId: ({ id }) => `${id}.eni`,
      },
    },
  ),
  'AWS::EC2::EIP': type(
    ['Domain', 'InstanceId', 'PublicIpv4Pool', 'NetworkBorderGroup', 'TransferAddress', 'Address', 'IpamPoolId'],
    putAddress,
    {
      ref: ({ id }) => placeholder('public-ip', id),
      attributes: { AllocationId: ({ id }) => id, PublicIp: ({ id }) => placeholder('public-ip', id) },
    },
  ),
  'AWS::EC2::EIPAssociation': type(
    ['AllocationId', 'EIP', 'InstanceId', 'NetworkInterfaceId', 'PrivateIpAddress'],
    putAssociation,
    { attributes: { Id: ({ id }) => id } },
  ),
  'AWS::EC2::CarrierGateway': type(['VpcId'], (resource, putting) =>
    tell(
      putting,
      resource,
      'unknown',
      `a carrier gateway, which is not drawn: ${idsOf(resource.properties.VpcId).join()}`,
    ),
  ),
  'AWS::EC2::NetworkInterfacePermission': type(['AwsAccountId', 'NetworkInterfaceId', 'Permission'], readElsewhere),
}
