import { describeEntry } from '../../core/explain/index.ts'
import { type ConstructId, constructAt, type Design, definitionOf, referencesOf } from '../../core/model/index.ts'
import type { Origin } from '../../core/topology/index.ts'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'

/** The places that name a construct, those left out that only say where something lies. */
export function findUsers(design: Design, id: ConstructId): readonly Origin[] {
  return Object.values(design.constructs).flatMap((holder) => {
    const container = definitionOf(holder.kind).parent?.path.replace('[0]', '.0')
    return referencesOf(holder)
      .filter((reference) => reference.to === id && reference.path.join('.') !== container)
      .map((reference) => ({ construct: holder.id, path: reference.path }))
  })
}

/** `Kinesis endpoint: security group 1` */
export function describeUser(design: Design, { construct, path }: Origin): string {
  const holder = constructAt(design, construct)
  if (!holder) return construct
  const entry = describeEntry(holder, path)
  return entry ? `${nameOfConstruct(holder)}: ${entry}` : nameOfConstruct(holder)
}
