import { largest } from '../../base/largest.ts'
import { compareText } from '../../base/order.ts'
import { constructAt, listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Field } from '../kinds/definition.ts'
import type { Construct, ConstructId, ConstructKind } from '../kinds/registry.ts'
import { mayName } from '../reach.ts'

/** The constructs of those kinds that a field of construct `id` can name. */
export function referenceCandidates(
  design: Design,
  id: ConstructId,
  kinds: readonly ConstructKind[],
): readonly Construct[] {
  const holder = constructAt(design, id)
  if (!holder) return []
  return kinds
    .flatMap((kind): readonly Construct[] => listOfKind(design, kind))
    .filter((candidate) => mayName(design, holder, candidate))
    .sort((a, b) => compareText(a.id, b.id))
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
    if (inner.input === 'number' && inner.step) {
      const { step } = inner
      const last = largest(
        rows.map((other) => Number(other[inner.key])),
        0,
      )
      row[inner.key] = Math.min(inner.max, (Math.floor(last / step) + 1) * step)
    }
  }
  return row
}
