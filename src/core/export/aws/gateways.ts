import type { PartOf } from '../plan/part.ts'
import type { SettingsFor } from './settingsFor.ts'
import { type Holder, idOf, listed, placed, zoneCalled } from './value.ts'

const address = () => ({ Domain: 'vpc' })

/** An Elastic IP address goes to an instance, or to one of its interfaces. */
export const addressAssociation = (
  part: Pick<PartOf<'address-association'>, 'address' | 'instance' | 'interface'> & Holder,
  privateIp: string | null,
) => ({
  AllocationId: idOf(part.address),
  PrivateIpAddress: privateIp === null ? undefined : placed(privateIp, part),
  InstanceId: part.interface === null ? idOf(part.instance) : undefined,
  NetworkInterfaceId: part.interface === null ? undefined : idOf(part.interface),
})

export const gateways = {
  'internet-gateway': () => ({}),
  'gateway-attachment': (part) => ({ VpcId: idOf(part.vpc), InternetGatewayId: idOf(part.gateway) }),
  'egress-only-gateway': (part) => ({ VpcId: idOf(part.vpc) }),
  'nat-address': address,
  'nat-gateway': (part) => ({
    SubnetId: idOf(part.subnet),
    ConnectivityType: part.construct.connectivity,
    AllocationId: part.address === null ? undefined : idOf(part.address),
    PrivateIpAddress: part.privateIp === null ? undefined : placed(part.privateIp, part),
  }),
  'regional-nat-address': address,
  'regional-nat-gateway': (part) => ({
    VpcId: idOf(part.vpc),
    AvailabilityMode: 'regional',
    ConnectivityType: 'public',
    AvailabilityZoneAddresses: listed(
      part.zones.map((zone) => ({
        AvailabilityZone: zoneCalled(zone.zoneName),
        AllocationIds: [idOf(zone.address)],
      })),
    ),
  }),
  'elastic-address': address,
  'elastic-association': (part) => addressAssociation(part, part.privateIp),
} satisfies SettingsFor<
  'internet-gateway' | 'egress-only-internet-gateway' | 'nat-gateway' | 'regional-nat-gateway' | 'elastic-ip'
>
