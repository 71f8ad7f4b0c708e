import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import { constructKinds, definitions } from '../../model/kinds/definitions.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { copyField, type Fields, writeAt } from '../../model/plans/rewriteFields.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import { place } from './place.ts'

/** What has interfaces in subnets; what lies in a subnet itself comes first. */
const OCCUPANTS = constructKinds
  .filter((kind) => definitions[kind].occupies)
  .sort((a, b) => definitions[a].stands.rank - definitions[b].stands.rank)

/** A private address that the design chooses itself instead of leaving it to AWS. */
export interface StatedAddress {
  readonly at: Origin
  readonly text: string
  readonly address: Address
  readonly subnet: ConstructId
  /** Leaves the choice to AWS. */
  clear(): Edit
}

const known = new WeakMap<Design['constructs'], readonly StatedAddress[]>()

/** Every private address that is written down; texts that are no address are left to the check `invalid-value`. Read once for all checks that ask. */
export function statedAddresses(design: Design): readonly StatedAddress[] {
  let list = known.get(design.constructs)
  if (!list) {
    list = [...readAddresses(design)]
    known.set(design.constructs, list)
  }
  return list
}

function* readAddresses(design: Design): Iterable<StatedAddress> {
  for (const kind of OCCUPANTS)
    for (const construct of listOfKind(design, kind))
      for (const { subnet, path, ...addresses } of definitions[kind].occupies!(construct))
        for (const key of ['privateIp', 'ipv6'] as const) {
          const text = addresses[key] ?? null
          const address = text === null ? null : parseAddress(text)
          if (text === null || address === null) continue
          const at = [...path, key]
          yield { at: place(construct.id, ...at), text, address, subnet, clear: () => clearAt(construct, at) }
        }
}

function clearAt(construct: Construct, path: Origin['path']): Edit {
  const fields: Fields = {}
  copyField(fields, construct, path)
  writeAt(fields, path, null)
  return { kind: 'change', of: construct.kind, id: construct.id, fields } as Edit // as `change` says
}
