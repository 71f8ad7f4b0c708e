import { asFlag, asId, asRecords, asText, asWord, type Fields, idFrom } from '../../fields.ts'
import { add, type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { regionOf, titleOfRecord } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'

/** The VPC that a gateway is attached to; null where it is to none. */
const attachedVpc = (value: Fields): string | null =>
  asId(
    asRecords(value.Attachments ?? value.VpcAttachments).find((one) =>
      asWord(one.State, ['available', 'attached', 'attaching']),
    )?.VpcId,
  )

/** `describe-internet-gateways`. */
export function readInternetGateway(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.InternetGatewayId)
  const vpc = attachedVpc(entry.value)
  if (id === null || vpc === null) return skip(importing, entry, id, 'an internet gateway that is attached to no VPC')
  add(importing, entry, { kind: 'internet-gateway', id, name: titleOfRecord(entry, id), vpc })
}

/** `describe-egress-only-internet-gateways`. */
export function readEgressOnlyGateway(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.EgressOnlyInternetGatewayId)
  const vpc = attachedVpc(entry.value)
  if (id === null || vpc === null)
    return skip(importing, entry, id, 'an egress-only internet gateway that is attached to no VPC')
  add(importing, entry, { kind: 'egress-only-internet-gateway', id, name: titleOfRecord(entry, id), vpc })
}

/** `describe-nat-gateways`: deleted ones stay listed for a while. Source: EC2 API, NatGateway. */
export function readNatGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.NatGatewayId)
  const state = asWord(value.State, ['pending', 'available', 'deleting', 'deleted', 'failed'])
  if (id === null) return skip(importing, entry, null, 'a NAT gateway without an id')
  if (state !== null && state !== 'available') return skip(importing, entry, id, `the NAT gateway is ${state}`)
  interfacesOf(importing).take(id)
  const addresses = asRecords(value.NatGatewayAddresses)
  const name = titleOfRecord(entry, id)
  if (asWord(value.AvailabilityMode, ['regional', 'zonal']) === 'regional') {
    const vpc = asId(value.VpcId)
    if (vpc === null) return skip(importing, entry, id, 'the VPC of the NAT gateway is not there')
    add(importing, entry, {
      kind: 'regional-nat-gateway',
      id,
      name,
      vpc,
      routeTable: asId(value.RouteTableId),
      zones: [...new Set(addresses.flatMap((one) => asText(one.AvailabilityZone) ?? []))],
      publicIps: addresses.flatMap((one) => asText(one.PublicIp) ?? []),
    })
    return
  }
  const subnet = asId(value.SubnetId)
  if (subnet === null) return skip(importing, entry, id, 'the subnet of the NAT gateway is not there')
  const primary = addresses.find((one) => asFlag(one.IsPrimary) === true) ?? addresses[0]
  const [own] = interfacesOf(importing).of(id)
  add(importing, entry, {
    kind: 'nat-gateway',
    id,
    name,
    subnet,
    privateIp: asText(primary?.PrivateIp) ?? own?.privateIp ?? null,
    publicIp: asText(primary?.PublicIp) ?? own?.publicIp ?? null,
    connectivity: asWord(value.ConnectivityType, ['public', 'private']) ?? 'public',
  })
}

/** `describe-addresses`: those that something has are said there; the rest are drawn on their own. */
export function readAddress(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const publicIp = asText(value.PublicIp)
  if (publicIp === null) return skip(importing, entry, asId(value.AllocationId), 'an Elastic IP without an address')
  if (asText(value.NetworkInterfaceId) !== null || asText(value.AssociationId) !== null) return
  const id = asId(value.AllocationId) ?? idFrom(`eip-${publicIp}`)
  add(importing, entry, {
    kind: 'elastic-ip',
    id,
    name: titleOfRecord(entry, publicIp),
    region: regionOf(importing, entry),
    publicIp,
  })
}
