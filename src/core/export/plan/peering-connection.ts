import { constructOfKind } from '../../model/containment.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { isSamePlace, placeOfVpc } from './places.ts'
import { addRemark, type Planner, type Planning, want, wantConstruct, wantFromElsewhere } from './planning.ts'

type Peering = Parameters<typeof peeringConnection>[0]

/**
 * The request in the requester's stack, its acceptance in the accepter's, and the DNS option of each side in its own.
 * Within one account CloudFormation accepts by itself; across accounts by a role in the accepter's.
 */
export const peeringConnection: Planner<'peering-connection'> = (construct, planning) => {
  const sides = { requester: placeOf(planning, construct.requester), accepter: placeOf(planning, construct.accepter) }
  const isHere = (side: keyof typeof sides) => sides[side] !== null && isSamePlace(sides[side], planning)
  if (['rejected', 'expired', 'failed', 'deleting', 'deleted'].includes(construct.state)) {
    if (isHere('requester'))
      addRemark(planning, construct, `it is drawn as ${construct.state}, so it is not made, nor routes to it.`)
    return []
  }
  const own = keyOf(construct)
  const parts: Part[] = []
  const accepts = construct.state !== 'pending-acceptance'
  const isOtherAccount =
    sides.requester !== null && sides.accepter !== null && sides.requester.accountId !== sides.accepter.accountId
  const isKnown = /^\d{12}$/.test(sides.requester?.accountId ?? '')
  const role = isOtherAccount && accepts && isKnown ? keyOf(construct, 'role') : null
  if (isOtherAccount && accepts && !isKnown && isHere('accepter'))
    addRemark(
      planning,
      construct,
      'the account of the requester is not twelve digits, so no role is made by which CloudFormation accepts. Accept by hand.',
    )
  if (isHere('accepter') && role !== null)
    parts.push(
      makePart('peering-role', construct, 'role', [construct.accepter], {
        requesterAccount: sides.requester!.accountId,
        accepter: construct.accepter,
      }),
    )
  if (isHere('requester')) parts.push(planRequest(construct, planning, role))
  if (isHere('accepter') && accepts) {
    wantConstruct(planning, construct)
    parts.push(makePart('peering-acceptance', construct, 'acceptance', [own], { peering: own, isOtherAccount }))
  }
  if (accepts)
    for (const side of ['requester', 'accepter'] as const) {
      // AWS's option of a side says whether that side's names resolve for the other one
      const asked = side === 'requester' ? construct.accepterDnsResolution : construct.requesterDnsResolution
      if (asked && isHere(side)) {
        wantConstruct(planning, construct)
        // The options can only be set on an accepted connection
        const accepted = want(
          planning,
          keyOf(construct, 'acceptance'),
          `Peering connection ${construct.id}, accepted`,
          'peering-acceptance',
        )
        parts.push(makePart('peering-dns', construct, `dns-${side}`, [own, accepted], { peering: own, side }))
      }
    }
  if (!accepts && isHere('requester'))
    addRemark(planning, construct, 'it is drawn as waiting for acceptance, so nothing accepts it.')
  return parts
}

function planRequest(construct: Peering, planning: Planning, role: PartKey | null): Part {
  const vpcKey = (id: string): PartKey => {
    const vpc = constructOfKind(planning.design, id, 'vpc')
    return vpc ? wantConstruct(planning, vpc) : wantFromElsewhere(planning, id, 'vpc')
  }
  const accepter = placeOf(planning, construct.accepter)
  if (!accepter)
    addRemark(
      planning,
      construct,
      'the other VPC is not in the design. Its id has to be given; it is taken to belong to the same account and Region.',
    )
  if (role !== null)
    want(planning, role, `Role by which peering connection ${construct.id} is accepted`, 'peering-role')
  const [requesterKey, accepterKey] = [vpcKey(construct.requester), vpcKey(construct.accepter)]
  return makePart('peering', construct, null, [requesterKey, accepterKey], {
    requester: requesterKey,
    accepter: accepterKey,
    peerAccount: accepter && accepter.accountId !== planning.accountId ? accepter.accountId : null,
    peerRegion: accepter && accepter.regionCode !== planning.regionCode ? accepter.regionCode : null,
    role,
  })
}

const placeOf = ({ design }: Planning, id: string) => {
  const place = placeOfVpc(design, constructOfKind(design, id, 'vpc'))
  return typeof place === 'string' ? null : place
}
