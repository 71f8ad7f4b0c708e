import { definitions } from '../constructs/definitions.ts'
import type { Construct, ConstructId } from '../constructs/registry.ts'
import { listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
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
  if (construct.kind !== 'internet-gateway') return null
  const standing = listOfKind(design, 'internet-gateway').find(
    (other) => other.vpc === container.id && other.id !== construct.id,
  )
  return standing ? `${container.name} has an internet gateway already, ${standing.name}: a VPC takes only one` : null
}
