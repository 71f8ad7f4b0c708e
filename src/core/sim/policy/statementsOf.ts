import type { PolicyDocument, Statement } from '../../policy/document.ts'
import type { Policies } from '../../policy/layers/policies.ts'

/** Every policy of every layer that somebody has read. */
export function documentsOf(policies: Policies): readonly PolicyDocument[] {
  const { identity, boundary, session, resource, grants = [], endpoint, scps, rcps } = policies
  const levels = [...scps, ...rcps].flatMap((level) => level.policies)
  const all = [...identity, boundary, ...session, resource, ...grants, endpoint, ...levels]
  return all.flatMap((one) => one?.document ?? [])
}

/** Every statement of every layer. */
export const statementsOf = (policies: Policies): readonly Statement[] =>
  documentsOf(policies).flatMap(({ statements }) => statements)
