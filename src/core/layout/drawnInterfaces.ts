import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { Construct, ConstructId } from '../model/kinds/registry.ts'
import { compareNatural } from './compareNatural.ts'

/** A network interface that something drawn elsewhere has in a subnet: drawn there as a small chip. */
export interface DrawnInterface {
  readonly owner: ConstructId
  readonly subnet: ConstructId
  /** Its stated private address; null = chosen by AWS. */
  readonly privateIp: string | null
}

/** Interfaces in subnets that their owner does not stand in. A client stands in the subnet of its first interface. */
function interfacesOf(construct: Construct): readonly Omit<DrawnInterface, 'owner'>[] {
  const { occupies, parent } = definitions[construct.kind]
  const standsAt = parent?.path.replace('[0]', '.0')
  return occupies?.(construct).filter(({ path }) => [...path, 'subnet'].join('.') !== standsAt) ?? []
}

const known = new WeakMap<Design['constructs'], ReadonlyMap<ConstructId, readonly DrawnInterface[]>>()

/** Subnet -> the interfaces to draw in it, in the order of their owners. */
export function drawnInterfaces(design: Design): ReadonlyMap<ConstructId, readonly DrawnInterface[]> {
  const ready = known.get(design.constructs)
  if (ready) return ready
  const found = new Map<ConstructId, DrawnInterface[]>()
  for (const construct of Object.values(design.constructs))
    for (const { subnet, privateIp } of interfacesOf(construct)) {
      if (!constructOfKind(design, subnet, 'subnet')) continue
      const chip = { owner: construct.id, subnet, privateIp }
      const list = found.get(subnet)
      if (!list) found.set(subnet, [chip])
      else if (!list.some((one) => one.owner === construct.id)) list.push(chip)
    }
  for (const list of found.values()) list.sort((a, b) => compareNatural(a.owner, b.owner))
  known.set(design.constructs, found)
  return found
}
