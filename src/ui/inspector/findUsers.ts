import { type ConstructId, type Design, definitionOf, referencesOf } from '../../core/model/index.ts'
import type { Origin } from '../../core/topology/origin.ts'

/** The places that name a construct, those left out that only say where something lies. */
export function findUsers(design: Design, id: ConstructId): readonly Origin[] {
  return Object.values(design.constructs).flatMap((holder) => {
    const container = definitionOf(holder.kind).parent?.path.replace('[0]', '.0')
    return referencesOf(holder)
      .filter((reference) => reference.to === id && reference.path.join('.') !== container)
      .map((reference) => ({ construct: holder.id, path: reference.path }))
  })
}
