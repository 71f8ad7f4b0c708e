import { strFromU8 } from 'fflate'
import { fromBase64 } from '../../../base/base64.ts'
import { unknown } from '../isUnknown.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { CHOSEN, CHOSEN_PUBLIC, placeholder } from './addresses.ts'
import { drawClients } from './clients.ts'
import { holderOf, interfaceRecord, mapsPublicly } from './interfaces.ts'
import { allOf, lacks, naming, readElsewhere, referred, say, tell, type, use } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import {
  fieldsOf,
  flagOf,
  idOf,
  idsOf,
  isUnknown,
  listOf,
  numberOf,
  reasonIn,
  recordsOf,
  textOf,
  textsOf,
} from './values.ts'

const TEMPLATE = 'AWS::EC2::LaunchTemplate'

/** What decides in the network of data that nobody knows. */
const notKnown = (why: string): Properties => ({
  SecurityGroupIds: unknown(why),
  AssociatePublicIpAddress: unknown(why),
})

/** What a launch template says; of one that is in none of the stacks, which is told, nothing is known. */
export function templateData(putting: Putting, resource: StackResource, said: Evaluated | undefined): Properties {
  if (said === undefined) return {}
  const { LaunchTemplateId, LaunchTemplateName } = fieldsOf(said)
  const name = textOf(LaunchTemplateName)
  const found =
    referred(putting, LaunchTemplateId) ??
    allOf(putting, TEMPLATE).find(({ properties }) => name !== null && textOf(properties.LaunchTemplateName) === name)
  if (found) {
    use(putting, found)
    const data = found.properties.LaunchTemplateData
    return isUnknown(data) ? notKnown(data.unknown) : fieldsOf(data)
  }
  const what = isUnknown(said) ? said.unknown : `${idOf(LaunchTemplateId) ?? name ?? ''} is in none of the files`
  return lost(putting, resource, isUnknown(said) ? what : `its launch template ${what}`)
}

function lost(putting: Putting, resource: StackResource, why: string): Properties {
  tell(putting, resource, 'unknown', why)
  return notKnown(why)
}

interface Slot {
  readonly id: string
  readonly index: number
  readonly given: Properties
  /** A resource of its own, which AWS gives no public address. */
  readonly apart: boolean
}

/** The interfaces of an instance: those that stand in it, those that it names, and those that are attached to it. */
function slotsOf(putting: Putting, { id, properties }: StackResource, data: Properties): readonly Slot[] {
  const inline = recordsOf(properties.NetworkInterfaces ?? data.NetworkInterfaces)
  const slots: Slot[] = inline.map((given, at) => {
    const index = numberOf(given.DeviceIndex) ?? at
    const own = referred(putting, given.NetworkInterfaceId)
    return own
      ? { id: own.id, index, given: own.properties, apart: true }
      : {
          id: idOf(given.NetworkInterfaceId) ?? `${id}.eni${index}`,
          index,
          given: withGroups(putting, given, data, properties),
          apart: false,
        }
  })
  if (slots.length === 0 && properties.SubnetId !== undefined)
    slots.push({ id: `${id}.eni0`, index: 0, given: withGroups(putting, properties, data, properties), apart: false })
  for (const one of naming(putting, 'AWS::EC2::NetworkInterfaceAttachment', 'InstanceId', id)) {
    const own = referred(putting, one.properties.NetworkInterfaceId)
    if (own)
      slots.push({
        id: own.id,
        index: numberOf(one.properties.DeviceIndex) ?? slots.length,
        given: own.properties,
        apart: true,
      })
  }
  return slots.map((one) =>
    one.index === 0 && !one.apart ? { ...one, given: { ...one.given, ...pick(properties, CHOSEN) } } : one,
  )
}
const pick = (from: Properties, name: string): Properties => (from[name] === undefined ? {} : { [name]: from[name] })

/** Groups stand in the interface, in the instance or in its launch template. */
function withGroups(putting: Putting, given: Properties, data: Properties, own: Properties): Properties {
  if (given.GroupSet !== undefined || given.Groups !== undefined) return given
  const names = listOf(own.SecurityGroups).filter((one) => referred(putting, one) || isUnknown(one))
  const groups = own.SecurityGroupIds ?? (names.length > 0 ? names : undefined) ?? data.SecurityGroupIds
  return groups === undefined ? given : { ...given, GroupSet: groups }
}

/** What the script of an instance makes its system do with packets that are not its own; null = it does not say. */
function forwardingOf(script: Evaluated | undefined): 'routes' | 'translates' | null {
  const text = textOf(script) ?? ''
  const bytes = fromBase64(text)
  const plain = bytes === null ? text : strFromU8(bytes)
  if (!/ip_forward(?:\s*=\s*|\s*<<<\s*)1|echo\s+["']?1["']?\s*>\s*\/proc\/sys\/net\/ipv4\/ip_forward/.test(plain))
    return null
  return /masquerade|-j\s+SNAT/i.test(plain) ? 'translates' : 'routes'
}

/** `running`: what is made runs. */
function putInstance(resource: StackResource, putting: Putting): undefined {
  const { id, properties, account } = resource
  if (lacks(putting, resource, 'SourceDestCheck')) return
  const data = templateData(putting, resource, properties.LaunchTemplate)
  const slots = slotsOf(putting, resource, data)
  if (slots.length === 0)
    return tell(putting, resource, 'skipped', 'it names no subnet: it runs in the default VPC, which no file makes')
  const records = slots.map((slot) => {
    const said = slot.given.AssociatePublicIpAddress
    const why = reasonIn(said)
    if (why !== null) return { why }
    const subnet = idOf(slot.given.SubnetId)
    const maps =
      slot.apart || slot.index > 0 ? false : said === undefined ? mapsPublicly(putting, subnet) : flagOf(said)
    if (maps === null) return { why: `the MapPublicIpOnLaunch of ${subnet}` }
    const check = slot.apart ? slot.given.SourceDestCheck : slot.index === 0 ? properties.SourceDestCheck : undefined
    const publicIp = maps ? (textOf(properties[CHOSEN_PUBLIC]) ?? textOf(resource.stated?.PublicIp) ?? 'auto') : null
    return {
      record: interfaceRecord(putting, slot.id, slot.given, slot.index, {
        publicIp,
        sourceDestCheck: flagOf(check) ?? true,
      }),
    }
  })
  const open = records.find((one) => 'why' in one)
  if (open && 'why' in open)
    return tell(putting, resource, 'skipped', `whether it gets a public address is not known: ${open.why}`)
  const image = properties.ImageId ?? data.ImageId
  say(putting, resource, 'Reservations', {
    ReservationId: id,
    OwnerId: account,
    Instances: [
      {
        InstanceId: id,
        State: { Name: textOf(resource.stated?.State) ?? 'running' },
        Forwarding: forwardingOf(properties.UserData ?? data.UserData) ?? undefined,
        Platform: /windows/i.test(textOf(image) ?? (isUnknown(image) ? image.unknown : '')) ? 'windows' : undefined,
        NetworkInterfaces: records.map((one) => one.record),
        Tags: recordsOf(properties.Tags).flatMap((tag) => {
          const [Key, Value] = [textOf(tag.Key), textOf(tag.Value)]
          return Key === null || Value === null ? [] : [{ Key, Value }]
        }),
      },
    ],
  })
}

function putInterface(resource: StackResource, putting: Putting): undefined {
  if (!holderOf(putting, resource.id))
    tell(putting, resource, 'skipped', 'the interface is attached to no instance of the files')
}

const LAUNCH = 'AWS::AutoScaling::LaunchConfiguration'

/** What the instances of a group are made of: its launch template or its launch configuration. */
export function groupData(putting: Putting, resource: StackResource): Properties {
  const { properties } = resource
  const mixed = fieldsOf(fieldsOf(properties.MixedInstancesPolicy).LaunchTemplate).LaunchTemplateSpecification
  for (const member of ['LaunchConfigurationName', 'InstanceId']) {
    const said = properties[member]
    if (said === undefined) continue
    const found = referred(putting, said)
    if (found) return found.properties
    const what = isUnknown(said) ? said.unknown : `${idOf(said)} is in none of the files`
    return lost(putting, resource, `its ${member}: ${what}`)
  }
  return templateData(putting, resource, properties.LaunchTemplate ?? mixed)
}

/** The subnets of a group, in a list or in one text. */
export const groupSubnets = ({ properties }: StackResource): readonly string[] =>
  listOf(properties.VPCZoneIdentifier).flatMap((one) => {
    const text = textOf(one)
    return text === null ? idsOf(one) : idsOf(text.split(',').map((part) => part.trim()))
  })

/** Groups and public address as a template has them: in its first interface, or beside it. */
export function attachedBy(data: Properties): {
  readonly groups: Evaluated | undefined
  readonly publicly: Evaluated | undefined
} {
  const [inline] = listOf(data.NetworkInterfaces)
  const first = isUnknown(inline) ? { Groups: inline, AssociatePublicIpAddress: inline } : fieldsOf(inline)
  return {
    groups: first.Groups ?? data.SecurityGroupIds ?? data.SecurityGroups,
    publicly: first.AssociatePublicIpAddress ?? data.AssociatePublicIpAddress,
  }
}

/** A client for each subnet: instances of the group may be in any of them. */
function putGroup(resource: StackResource, putting: Putting): undefined {
  const subnets = groupSubnets(resource)
  if (subnets.length === 0)
    return tell(putting, resource, 'skipped', 'it names no subnet: it is in the default VPC, which no file makes')
  const { groups, publicly } = attachedBy(groupData(putting, resource))
  drawClients(putting, resource, { runtime: 'ec2', subnets, groups: idsOf(groups), publicly })
}

const INTERFACE = [
  'SubnetId',
  'GroupSet',
  'PrivateIpAddress',
  'PrivateIpAddresses',
  'SecondaryPrivateIpAddressCount',
  'SourceDestCheck',
  'Ipv6AddressCount',
  'Ipv6Addresses',
  'InterfaceType',
  'Description',
  'ConnectionTrackingSpecification',
  'Ipv4PrefixCount',
  'Ipv4Prefixes',
  'Ipv6PrefixCount',
  'Ipv6Prefixes',
  'EnablePrimaryIpv6',
]

export const instances: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::Instance': type(
    [
      ...INTERFACE,
      'NetworkInterfaces',
      'SecurityGroupIds',
      'SecurityGroups',
      'LaunchTemplate',
      'ImageId',
      'InstanceType',
      'KeyName',
      'UserData',
      'IamInstanceProfile',
      'BlockDeviceMappings',
      'AvailabilityZone',
      'Monitoring',
      'MetadataOptions',
      'DisableApiTermination',
      'EbsOptimized',
      'CreditSpecification',
      'CpuOptions',
      'PropagateTagsToVolumeOnCreation',
      'InstanceInitiatedShutdownBehavior',
      'Tenancy',
      'PlacementGroupName',
      'PrivateDnsNameOptions',
      'SsmAssociations',
      'Volumes',
      'HibernationOptions',
      'EnclaveOptions',
    ],
    putInstance,
    {
      attributes: {
        InstanceId: ({ id }) => id,
        PrivateIp: ({ id }) => placeholder('private-ip', id),
        PublicIp: ({ id }) => placeholder('public-ip', id),
        PrivateDnsName: ({ id }) => placeholder('private-name', id),
        PublicDnsName: ({ id }) => placeholder('public-name', id),
        AvailabilityZone: (one) => {
          const subnet = idOf(one.property('SubnetId'))
          const found = one.others('AWS::EC2::Subnet').find(({ id }) => id === subnet)
          return found?.property('AvailabilityZone') ?? { unknown: `the Availability Zone of ${one.id}` }
        },
        VpcId: (one) => {
          const subnet = idOf(one.property('SubnetId'))
          const found = one.others('AWS::EC2::Subnet').find(({ id }) => id === subnet)
          return found?.property('VpcId') ?? { unknown: `the VPC of ${one.id}` }
        },
      },
    },
  ),
  'AWS::EC2::NetworkInterface': type(INTERFACE, putInterface, {
    attributes: {
      Id: ({ id }) => id,
      PrimaryPrivateIpAddress: ({ id }) => placeholder('private-ip', id),
      SecondaryPrivateIpAddresses: (one) =>
        recordsOf(one.property('PrivateIpAddresses')).flatMap((each) =>
          flagOf(each.Primary) === true ? [] : textsOf(each.PrivateIpAddress),
        ),
      VpcId: (one) => {
        const subnet = idOf(one.property('SubnetId'))
        const found = one.others('AWS::EC2::Subnet').find(({ id }) => id === subnet)
        return found?.property('VpcId') ?? { unknown: `the VPC of ${one.id}` }
      },
    },
  }),
  'AWS::EC2::NetworkInterfaceAttachment': type(
    ['InstanceId', 'NetworkInterfaceId', 'DeviceIndex', 'DeleteOnTermination', 'EnaSrdSpecification'],
    readElsewhere,
    { attributes: { AttachmentId: ({ id }) => id } },
  ),
  [TEMPLATE]: type(
    ['LaunchTemplateName', 'LaunchTemplateData', 'TagSpecifications', 'VersionDescription'],
    readElsewhere,
    {
      attributes: {
        LaunchTemplateId: ({ id }) => id,
        LatestVersionNumber: () => '1',
        DefaultVersionNumber: () => '1',
      },
    },
  ),
  [LAUNCH]: type(
    [
      'SecurityGroups',
      'AssociatePublicIpAddress',
      'ImageId',
      'InstanceType',
      'KeyName',
      'UserData',
      'IamInstanceProfile',
      'BlockDeviceMappings',
      'InstanceMonitoring',
      'EbsOptimized',
      'SpotPrice',
      'MetadataOptions',
      'LaunchConfigurationName',
      'InstanceId',
      'PlacementTenancy',
    ],
    readElsewhere,
  ),
  'AWS::AutoScaling::AutoScalingGroup': type(
    [
      'VPCZoneIdentifier',
      'LaunchTemplate',
      'LaunchConfigurationName',
      'MixedInstancesPolicy',
      'InstanceId',
      'TargetGroupARNs',
      'LoadBalancerNames',
      'TrafficSources',
      'AvailabilityZones',
      'MinSize',
      'MaxSize',
      'DesiredCapacity',
      'HealthCheckType',
      'HealthCheckGracePeriod',
      'Cooldown',
      'MetricsCollection',
      'NotificationConfigurations',
      'AutoScalingGroupName',
      'TerminationPolicies',
      'LifecycleHookSpecificationList',
      'CapacityRebalance',
      'DefaultInstanceWarmup',
      'NewInstancesProtectedFromScaleIn',
      'ServiceLinkedRoleARN',
      'MaxInstanceLifetime',
    ],
    putGroup,
    {
      ref: (one) => one.property('AutoScalingGroupName') ?? one.id,
      attributes: { AutoScalingGroupARN: ({ id }) => id },
    },
  ),
}
