import { compareText } from '../../base/index.ts'
import type { Field } from '../constructs/definition.ts'
import type { Construct, ConstructId, ConstructKind } from '../constructs/registry.ts'
import { constructAt, listOfKind, regionOf, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'

/** The constructs of those kinds that a field of construct `id` can name. */
export function referenceCandidates(
  design: Design,
  id: ConstructId,
  kinds: readonly ConstructKind[],
): readonly Construct[] {
  const holder = constructAt(design, id)
  const mayBe = isWithinReach(design, id)
  return kinds
    .flatMap((kind) => listOfKind<ConstructKind>(design, kind))
    .filter((candidate) => candidate.id !== id && isConnected(holder, candidate) && mayBe(candidate))
    .sort((a, b) => compareText(a.id, b.id))
}

/** Of the same VPC; of the same Region where either of the two lies in no VPC; anything where that is what the holder is for. */
function isWithinReach(design: Design, id: ConstructId): (candidate: Construct) => boolean {
  const holder = constructAt(design, id)
  const vpc = vpcOf(design, id)?.id
  const region = regionOf(design, id)?.id
  return (candidate) => {
    if (ANYWHERE.has(candidate.kind)) return true
    if (holder?.kind === 'peering-connection') return candidate.id !== holder.requester
    // What connects to a route table or a transit gateway may stand in another VPC: `isConnected` has looked at it.
    if (holder?.kind === 'transit-gateway-route-table' || candidate.kind === 'peering-connection') return true
    if (holder?.kind === 'transit-gateway-peering' || region === undefined) return true
    const theirs = vpcOf(design, candidate.id)?.id
    if (holder?.kind === 'security-group' && candidate.kind === 'security-group' && arePeers(design, vpc, theirs))
      return true
    return vpc !== undefined && theirs !== undefined ? theirs === vpc : regionOf(design, candidate.id)?.id === region
  }
}
const ANYWHERE: ReadonlySet<ConstructKind> = new Set(['account', 'on-premises-network', 'endpoint-service'])

const arePeers = (design: Design, one: ConstructId | undefined, other: ConstructId | undefined): boolean =>
  listOfKind(design, 'peering-connection').some(
    ({ requester, accepter }) => (requester === one && accepter === other) || (requester === other && accepter === one),
  )

/** Whether the candidate is tied to the holder, where only such ones may be named. */
function isConnected(holder: Construct | null, candidate: Construct): boolean {
  if (holder?.kind === 'transit-gateway-route-table') {
    const gateway = holder.transitGateway
    if (candidate.kind === 'transit-gateway-attachment') return candidate.transitGateway === gateway
    if (candidate.kind === 'transit-gateway-peering')
      return candidate.transitGateway === gateway || candidate.peer === gateway
    if (candidate.kind === 'vpn-connection' || candidate.kind === 'direct-connect') return candidate.gateway === gateway
  }
  if (candidate.kind === 'peering-connection' && holder?.kind === 'route-table')
    return candidate.requester === holder.vpc || candidate.accepter === holder.vpc
  return true
}

/** A new row for a list of rows, ready to be added; null where it must name another construct and there is none. */
export function blankRow(
  design: Design,
  id: ConstructId,
  field: Extract<Field, { input: 'rows' }>,
): Readonly<Record<string, unknown>> | null {
  const rows =
    (constructAt(design, id) as unknown as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[
      field.key
    ] ?? []
  const row: Record<string, unknown> = { ...field.blank }
  for (const inner of field.of) {
    if (inner.input === 'reference' && row[inner.key] === undefined) {
      const candidates = referenceCandidates(design, id, inner.kinds)
      const unused = candidates.find((candidate) => !rows.some((other) => other[inner.key] === candidate.id))
      if (!unused && !candidates[0]) return null
      row[inner.key] = (unused ?? candidates[0])?.id
    }
    if (inner.input === 'number' && inner.step) {
      const { step } = inner
      const last = Math.max(0, ...rows.map((other) => Number(other[inner.key])))
      row[inner.key] = Math.min(inner.max, (Math.floor(last / step) + 1) * step)
    }
  }
  return row
}
