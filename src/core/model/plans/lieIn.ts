import { listOfKind, parentReferenceOf } from '../containment.ts'
import type { Design } from '../design.ts'
import { definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { copyField, type Fields, writeAt } from './rewriteFields.ts'

/** The top-level fields that put the construct into another container. */
export function lieIn(construct: Construct, container: ConstructId): Readonly<Record<string, unknown>> {
  const path = definitions[construct.kind]
    .parent!.path.split(/[.[\]]+/)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const fields: Fields = {}
  copyField(fields, construct, path)
  writeAt(fields, path, container)
  return fields
}

/** Why the container cannot take the construct, where it could take another of its kind; null when it can. */
export function arrivalProblem(design: Design, construct: Construct, container: Construct): string | null {
  if (construct.kind === 'peering-connection' && construct.accepter === container.id)
    return `${construct.name} leads to ${container.name}: a peering connection joins two VPCs`
  if (construct.kind === 'transit-gateway-peering' && construct.peer === container.id)
    return `${construct.name} leads to ${container.name}: a peering joins two transit gateways`
  if (!definitions[construct.kind].alone) return null
  const standing = listOfKind(design, construct.kind).find(
    (other) => parentReferenceOf(other) === container.id && other.id !== construct.id,
  )
  return standing
    ? `${container.name} has ${definitions[construct.kind].noun} already, ${standing.name}: a VPC takes only one`
    : null
}
