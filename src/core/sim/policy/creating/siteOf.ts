import { constructAt, constructOfKind, regionOf, vpcOf } from '../../../model/containment.ts'
import type { Construct, ConstructOf } from '../../../model/kinds/registry.ts'
import type { Topology } from '../../../topology/topology.ts'

/** Where something is made: what its ARN begins with. */
export interface Site {
  readonly region: string
  readonly account: string
  readonly partition: string
  readonly vpc: ConstructOf<'vpc'> | null
}

/** The Region and the account of an endpoint, which are those of its VPC, or of an endpoint service; null where it hangs in the air. */
export function siteOf({ design, catalogue }: Topology, construct: Construct): Site | null {
  const vpc = vpcOf(design, construct.id)
  const owner = vpc ?? (construct.kind === 'endpoint-service' ? construct : null)
  const region = regionOf(design, construct.id)
  const account = owner && constructOfKind(design, owner.account, 'account')
  if (!region || !account) return null
  const partition = catalogue.regions.find(({ code }) => code === region.code)?.partition ?? 'aws'
  return { region: region.code, account: account.accountId, partition, vpc }
}

/** The constructs of a list that are there. */
export const drawnOf = ({ design }: Topology, ids: readonly string[]): readonly Construct[] =>
  [...new Set(ids)].flatMap((id) => constructAt(design, id) ?? [])
