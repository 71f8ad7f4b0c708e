import type { Field } from '../constructs/definition.ts'
import type { Construct, ConstructId, ConstructKind } from '../constructs/registry.ts'
import { constructAt, listConstructs, parentOf, regionOf, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'

/** The constructs of those kinds that a field of construct `id` can name: of the same VPC, or the same Region where they lie in none. */
export function referenceCandidates(
  design: Design,
  id: ConstructId,
  kinds: readonly ConstructKind[],
): readonly Construct[] {
  const vpc = vpcOf(design, id)?.id
  const region = regionOf(design, id)?.id
  return listConstructs(design).filter((candidate) => {
    if (!kinds.includes(candidate.kind)) return false
    if (parentOf(design, candidate.id) === null) return candidate.kind === 'account'
    const theirs = vpcOf(design, candidate.id)
    return theirs ? theirs.id === vpc : regionOf(design, candidate.id)?.id === region
  })
}

/** A new row for a list of rows, ready to be added; null where it must name another construct and there is none. */
export function blankRow(
  design: Design,
  id: ConstructId,
  field: Extract<Field, { input: 'rows' }>,
): Readonly<Record<string, unknown>> | null {
  const rows =
    (constructAt(design, id) as unknown as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[
      field.key
    ] ?? []
  const row: Record<string, unknown> = { ...field.blank }
  for (const inner of field.of) {
    if (inner.input === 'reference' && row[inner.key] === undefined) {
      const candidates = referenceCandidates(design, id, inner.kinds)
      const unused = candidates.find((candidate) => !rows.some((other) => other[inner.key] === candidate.id))
      if (!unused && !candidates[0]) return null
      row[inner.key] = (unused ?? candidates[0])?.id
    }
    if (inner.input === 'number') {
      const last = Math.max(0, ...rows.map((other) => Number(other[inner.key])))
      row[inner.key] = Math.min(inner.max, (Math.floor(last / 100) + 1) * 100)
    }
  }
  return row
}
