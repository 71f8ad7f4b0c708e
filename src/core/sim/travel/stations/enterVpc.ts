import { append } from '../../../base/append.ts'
import { sameAddress } from '../../../net/address.ts'
import { isOnLink } from '../../../topology/isOnLink.ts'
import type { AttachmentNet, Eni, Route } from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'
import { lookUpRoute } from '../lookUpRoute.ts'
import { forwardFrom, type Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { drop, lose, type Place } from '../place.ts'
import { addGap } from '../tell.ts'
import { pickWay, type Walk } from '../walk.ts'

/**
 * From a transit gateway into a VPC by an interface of its attachment. It keeps to the zone in which the packet came, where the attachment has a subnet
 * there. In appliance mode a hash of the flow picks any of them, whatever the zone, and both directions take the same.
 * Source: transit gateway guide, appliance in a shared services VPC.
 */
export function enterVpc(place: Place, attachment: AttachmentNet): Next {
  const { walk, packet } = place
  const { carried } = walk
  const { enis, gap, applianceMode } = attachment
  const at = { construct: attachment.id, path: ['subnets'] }
  const kept = applianceMode ? findKept(walk, attachment, packet) : undefined
  const inZone = applianceMode ? undefined : enis.find((one) => zoneKey(one.subnet) === carried.zone)
  const known = kept ?? inZone
  if (known) return forwardFrom(known, packet)
  if (enis.length === 0) return gap ? lose(place, gap) : drop(place, 'BAD_STATE_ATTACHMENT', at)
  const options = enis.length + (gap ? 1 : 0)
  const pick = options === 1 || (!gap && areAlike(enis, packet)) ? null : pickWay(walk, options, applianceMode)
  if (pick?.doubt)
    addGap(walk, 'NOT_MODELLED', at, {
      message: 'which zone a transit gateway chooses where the sender’s is not among the attachment’s',
    })
  const entry = enis[pick?.at ?? 0]
  // one of its interfaces is not known
  if (!entry) return lose(place, gap!)
  if (pick?.mixed && !pick.doubt) walk.told.enteredBy = entry.subnet.id
  if (applianceMode)
    carried.applianceEntries = append(carried.applianceEntries, {
      attachment: attachment.id,
      flow: packet,
      eni: entry,
    })
  return forwardFrom(entry, packet)
}

/** The interface that the flow has taken before, in this direction or the other. */
const findKept = ({ carried }: Walk, { id }: AttachmentNet, { src, dst }: Packet): Eni | undefined =>
  carried.applianceEntries.find(
    ({ attachment, flow }) =>
      attachment === id &&
      ((sameAddress(flow.src, src) && sameAddress(flow.dst, dst)) ||
        (sameAddress(flow.src, dst) && sameAddress(flow.dst, src))),
  )?.eni

/** Whether the same becomes of the packet in each of the subnets: it stays in the VPC, by the same table and the same ACL, and in none of them it is a neighbour, unless ACLs let everything through. */
function areAlike(enis: readonly Eni[], { dst }: Packet): boolean {
  const { table, acl } = enis[0]!.subnet
  const isLocal = (route: Route | null) => route?.target.kind === 'local'
  // a VPC's own ACL that nobody has drawn
  const open = enis.every(({ subnet }) => subnet.acl.id === null && subnet.acl.gap === null)
  return (
    enis.every(({ subnet }) => subnet.table === table && (open || (subnet.acl === acl && !isOnLink(subnet, dst)))) &&
    table.unread.length === 0 &&
    isLocal(lookUpRoute(table, dst))
  )
}
