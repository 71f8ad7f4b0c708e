import { constructAt, listOfKind } from '../../model/containment.ts'
import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { ExportRemark } from '../types.ts'
import type { Part, PartKey, PartName } from './part.ts'
import { addRemark } from './planning.ts'

/** What may be used instead of made: kinds that others refer to by an id alone. */
export const MAY_EXIST: ReadonlySet<ConstructKind> = new Set([
  'vpc',
  'subnet',
  'security-group',
  'route-table',
  'network-acl',
  'prefix-list',
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'transit-gateway',
  'virtual-private-gateway',
  'customer-gateway',
  'hosted-zone',
] as const)

/** Something that is used instead of made. */
export interface ExistingPart {
  readonly part: PartName
  readonly what: string
  readonly id: string
  /** Whether it lies in the account and Region of the stack. */
  readonly isHere: boolean
}
/** Something that is made unless its id is given. */
export interface MaybePart {
  readonly part: PartName
  /** Name of the parameter or variable for the id. */
  readonly name: string
  readonly what: string
}

/** What is there already, and what may be. */
export interface Existing {
  /** Never made: construct -> its id, empty where it has to be given. */
  readonly always: ReadonlyMap<ConstructId, string>
  /** Made unless an id is given. */
  readonly maybe: ReadonlySet<ConstructId>
}

/** Which constructs are used instead of made, as the settings say. What AWS made with a VPC is there with it. */
export function existingOf(design: Design, remarks: ExportRemark[]): Existing {
  const { existing: settings, environments } = deployOf(design)
  const ids = new Set([...Object.keys(settings), ...environments.flatMap(({ existing }) => Object.keys(existing))])
  const always = new Map<ConstructId, string>()
  const maybe = new Set<ConstructId>()
  for (const id of [...ids].sort()) {
    const construct = constructAt(design, id)
    if (construct === null || !MAY_EXIST.has(construct.kind)) {
      if (construct) addRemark({ remarks }, construct, 'it cannot be used as it exists, only made.')
      continue
    }
    const isGiven = (settings[id] ?? '') !== '' && environments.every(({ existing }) => existing[id] !== '')
    if (isGiven) always.set(id, settings[id]!)
    else maybe.add(id)
  }
  for (const vpc of listOfKind(design, 'vpc'))
    for (const id of [vpc.mainRouteTable, vpc.defaultNetworkAcl, vpc.defaultSecurityGroup])
      if (id !== null && always.has(vpc.id) && !always.has(id)) always.set(id, '')
  return { always, maybe }
}

/**
 * Whether a part is made though its construct exists: what is there is left as it is, but it cannot lead to what is only made here,
 * so that is added to it.
 */
export function isAdded(part: Part, made: (key: string) => boolean): boolean {
  switch (part.name) {
    case 'route':
      return !part.replacesLocal && made(part.target)
    case 'group-rule':
      return 'group' in part.peer && part.peer.group !== undefined && made(part.peer.group)
    case 'dns-record':
      return part.alias !== null && made(part.alias.key)
    case 'zone-vpc':
    case 'zone-authorization':
      return made(part.vpc)
    default:
      return false
  }
}

/** The thing that may exist with which a part is left out; null where the part is made anyway. */
export function ownerIn(
  { byKey, maybe }: { readonly byKey: ReadonlyMap<PartKey, Part>; readonly maybe: ReadonlyMap<PartKey, MaybePart> },
  part: Part,
): PartKey | null {
  const { id } = part.construct
  return maybe.has(id) && !isAdded(part, (key) => byKey.has(key) && !maybe.has(key)) ? id : null
}
