import { type ConstructId, type ConstructKind, type ConstructOf, constructOfKind, type Design } from '../model/index.ts'
import { compareNatural } from './compareNatural.ts'

/** A network interface that something drawn elsewhere has in a subnet: drawn there as a small chip. */
export interface DrawnInterface {
  readonly owner: ConstructId
  readonly subnet: ConstructId
  /** Its stated private address; null = chosen by AWS. */
  readonly privateIp: string | null
}

type Lister<K extends ConstructKind> = (construct: ConstructOf<K>) => readonly Omit<DrawnInterface, 'owner'>[]

const rows = ({ subnets }: { readonly subnets: readonly Omit<DrawnInterface, 'owner'>[] }) => subnets
const plain = ({ subnets }: { readonly subnets: readonly ConstructId[] }) =>
  subnets.map((subnet) => ({ subnet, privateIp: null }))

/** Kinds with interfaces in subnets that they do not stand in. A client stands in the subnet of its first interface. */
const listers: { readonly [K in ConstructKind]?: Lister<K> } = {
  'interface-endpoint': rows,
  client: ({ interfaces }) => interfaces.slice(1),
  'network-load-balancer': rows,
  'application-load-balancer': rows,
  'gateway-load-balancer': rows,
  'resolver-endpoint': ({ addresses }) => addresses,
  'transit-gateway-attachment': plain,
  'network-firewall': plain,
  'resource-endpoint': plain,
  'service-network-endpoint': plain,
}
const interfacesOf = <K extends ConstructKind>(construct: ConstructOf<K>) =>
  (listers[construct.kind as K] as Lister<K> | undefined)?.(construct) ?? []

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
