import { type Guard, type GuardPlace, guardKindsOf, SIDS, statementOf, valuesIn } from './guards.ts'
import { isSameJson } from './isSameJson.ts'
import { saidBy, statementNodes } from './statementNodes.ts'

/** A guard as it stands in a policy. */
export interface ReadGuard extends Guard {
  /** Somebody has changed the statement by hand: writing it again would lose that. */
  readonly byHand: boolean
}

/** The guards that stand in a policy, each found by its `Sid`. */
export function readGuards(text: string, place: GuardPlace): readonly ReadGuard[] {
  const statements = statementNodes(text)?.statements.map(saidBy) ?? []
  return guardKindsOf(place.use).flatMap((kind) => {
    const statement = statements.find(({ Sid }) => Sid === SIDS[kind])
    if (!statement) return []
    const values = valuesIn(kind, statement)
    const guards = [false, true].map((exceptServices): Guard => ({ kind, values, exceptServices }))
    const same = guards.find((guard) => isSameJson(statementOf(guard, place), statement))
    return [{ ...(same ?? guards[0]!), byHand: same === undefined }]
  })
}
