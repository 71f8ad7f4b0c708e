import { childrenIndex, constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'

type Choice = ReadonlyMap<string, ConstructId>

/** A chooser of one subnet for every zone of a VPC (zone name -> subnet); remembers its answers for the design. */
export function createSubnetChooser(design: Design): (vpc: ConstructId) => Choice {
  const known = new Map<ConstructId, Choice>()
  return (vpc) => {
    const chosen = known.get(vpc) ?? chooseSubnets(design, vpc)
    known.set(vpc, chosen)
    return chosen
  }
}

function chooseSubnets(design: Design, vpc: ConstructId): Choice {
  const chosen = new Map<string, ConstructId>()
  for (const zone of childrenIndex(design).get(vpc) ?? []) {
    const name = constructOfKind(design, zone, 'availability-zone')?.zoneName
    const subnet = (childrenIndex(design).get(zone) ?? []).find((one) => constructOfKind(design, one, 'subnet'))
    if (name !== undefined && subnet !== undefined && !chosen.has(name)) chosen.set(name, subnet)
  }
  return chosen
}
