import type { Properties, StackResource } from '../stack.ts'
import { CHOSEN } from './addresses.ts'
import { allOf, naming, onceForAll, referred } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { flagOf, idOf, idsOf, numberOf, recordsOf, textOf } from './values.ts'

const SUBNET = 'AWS::EC2::Subnet'

/** The subnet that an id names; null where no template makes it. */
export function subnetOf(putting: Putting, id: string | null): StackResource | null {
  const found = id === null ? null : (putting.byRef.get(id) ?? null)
  return found?.type === SUBNET ? found : null
}
/** The VPC of a subnet. */
export const vpcOfSubnet = (putting: Putting, id: string | null): string | null =>
  idOf(subnetOf(putting, id)?.properties.VpcId)

/** Whether what AWS puts into a subnet gets a public address by itself; null = not known. */
export function mapsPublicly(putting: Putting, subnet: string | null): boolean | null {
  const said = subnetOf(putting, subnet)?.properties.MapPublicIpOnLaunch
  return said === undefined ? false : flagOf(said)
}

/** Where an interface of its own is attached: the instance, and which of its interfaces it is. */
export function holderOf(putting: Putting, eni: string): Place | null {
  for (const one of naming(putting, 'AWS::EC2::NetworkInterfaceAttachment', 'NetworkInterfaceId', eni)) {
    const instance = idOf(one.properties.InstanceId)
    if (instance !== null) return { instance, index: numberOf(one.properties.DeviceIndex) ?? 0 }
  }
  return inlineHolders(putting).get(eni) ?? null
}
type Place = { readonly instance: string; readonly index: number }

/** Interfaces that instances name themselves, by their ids. */
const inlineHolders = (putting: Putting): ReadonlyMap<string, Place> =>
  onceForAll(putting, 'interfaces of instances', () => {
    const found = new Map<string, Place>()
    for (const { id, properties } of allOf(putting, 'AWS::EC2::Instance'))
      for (const one of recordsOf(properties.NetworkInterfaces)) {
        const eni = referred(putting, one.NetworkInterfaceId)?.id
        if (eni !== undefined && !found.has(eni))
          found.set(eni, { instance: id, index: numberOf(one.DeviceIndex) ?? 0 })
      }
    return found
  })

/** What is said of an interface, be it a resource of its own or a part of an instance, as `describe-network-interfaces` has it. */
export function interfaceRecord(
  putting: Putting,
  id: string,
  given: Properties,
  index: number,
  { publicIp, sourceDestCheck }: { readonly publicIp: string | null; readonly sourceDestCheck: boolean },
): object {
  const subnet = idOf(given.SubnetId)
  const listed = recordsOf(given.PrivateIpAddresses)
  const primary = listed.find((one) => flagOf(one.Primary) === true)
  const own = textOf(given[CHOSEN]) ?? textOf(given.PrivateIpAddress) ?? textOf(primary?.PrivateIpAddress)
  const further = listed.flatMap((one) => {
    const ip = textOf(one.PrivateIpAddress)
    return ip === null || ip === own ? [] : [ip]
  })
  const [stated] = recordsOf(given.Ipv6Addresses)
  const ipv6 =
    textOf(stated?.Ipv6Address) ??
    ((numberOf(given.Ipv6AddressCount) ?? 0) > 0 || assigns(putting, subnet) ? 'auto' : null)
  return {
    NetworkInterfaceId: id,
    SubnetId: subnet ?? undefined,
    VpcId: vpcOfSubnet(putting, subnet) ?? undefined,
    Groups: idsOf(given.GroupSet ?? given.Groups ?? given.SecurityGroupIds).map((GroupId) => ({ GroupId })),
    PrivateIpAddress: own ?? undefined,
    PrivateIpAddresses:
      own !== null && further.length > 0
        ? [own, ...further].map((PrivateIpAddress, at) => ({ PrivateIpAddress, Primary: at === 0 }))
        : undefined,
    Ipv6Addresses: ipv6 === null ? [] : [{ Ipv6Address: ipv6 }],
    Association: publicIp === null ? undefined : { PublicIp: publicIp },
    SourceDestCheck: sourceDestCheck,
    Attachment: { DeviceIndex: index, AttachmentId: `${id}.attachment` },
  }
}

/** Whether interfaces in the subnet get an IPv6 address by themselves. */
function assigns(putting: Putting, subnet: string | null): boolean {
  const found = subnetOf(putting, subnet)
  if (!found) return false
  const hasBlock =
    found.properties.Ipv6CidrBlock !== undefined ||
    naming(putting, 'AWS::EC2::SubnetCidrBlock', 'SubnetId', found.id).length > 0
  return hasBlock && flagOf(found.properties.AssignIpv6AddressOnCreation) === true
}
