import { type Construct, type ConstructId, type ConstructKind, constructOfKind, type Design } from '../model/index.ts'
import { compareNatural } from './compareNatural.ts'

/** A network interface that something drawn elsewhere has in a subnet: drawn there as a small chip. */
export interface DrawnInterface {
  readonly owner: ConstructId
  readonly subnet: ConstructId
  /** Its stated private address; null = chosen by AWS. */
  readonly privateIp: string | null
}

type Lister = (construct: Construct) => readonly Omit<DrawnInterface, 'owner'>[]

/** Kinds with interfaces in subnets that they do not stand in. A client stands in the subnet of its first interface. */
const listers: { readonly [K in ConstructKind]?: Lister } = {
  'interface-endpoint': (construct) => (construct.kind === 'interface-endpoint' ? construct.subnets : []),
  client: (construct) => (construct.kind === 'client' ? construct.interfaces.slice(1) : []),
}

const known = new WeakMap<Design['constructs'], ReadonlyMap<ConstructId, readonly DrawnInterface[]>>()

/** Subnet -> the interfaces to draw in it, in the order of their owners. */
export function drawnInterfaces(design: Design): ReadonlyMap<ConstructId, readonly DrawnInterface[]> {
  const ready = known.get(design.constructs)
  if (ready) return ready
  const found = new Map<ConstructId, DrawnInterface[]>()
  for (const construct of Object.values(design.constructs))
    for (const { subnet, privateIp } of listers[construct.kind]?.(construct) ?? []) {
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
