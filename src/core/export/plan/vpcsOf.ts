import { constructOfKind } from '../../model/containment.ts'
import type { Construct, ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { otherAccounts } from './otherAccounts.ts'
import { isSamePlace, type Place, placeOfVpc } from './places.ts'
import { addRemark, isHome, type Planning } from './planning.ts'

/** The VPCs that a thing of one Region is associated with, each once, with their places; those of other Regions are left out with a remark. */
export function vpcsOf(planning: Planning, construct: Construct, ids: readonly ConstructId[]) {
  return [...new Set(ids)].flatMap((id): readonly { vpc: ConstructOf<'vpc'>; place: Place }[] => {
    const vpc = constructOfKind(planning.design, id, 'vpc')
    const place = placeOfVpc(planning.design, vpc)
    if (vpc && typeof place !== 'string' && place.regionCode === planning.regionCode) return [{ vpc, place }]
    if (isHome(planning, construct))
      addRemark(
        planning,
        construct,
        `the VPC “${id}” is left out, because ${vpc ? 'it lies in another Region or is not exported' : 'the design has no such VPC'}.`,
      )
    return []
  })
}

type PlacedVpcs = ReturnType<typeof vpcsOf>

/** Those that this stack associates. */
export const vpcsHere = (planning: Planning, vpcs: PlacedVpcs) =>
  vpcs.filter(({ place }) => isSamePlace(place, planning)).map(({ vpc }) => vpc)

/** The other accounts that it has to be shared with, sorted. */
export const accountsOf = (planning: Planning, vpcs: PlacedVpcs): readonly string[] =>
  otherAccounts(
    planning,
    vpcs.map(({ place }) => place.accountId),
  )
