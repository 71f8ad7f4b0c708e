import type { Statement } from '../../policy/document.ts'
import type { Policies } from '../../policy/layers/policies.ts'

/** Every statement of every layer. */
export function statementsOf(policies: Policies): readonly Statement[] {
  const { identity, boundary, session, resource, grants = [], endpoint, scps, rcps } = policies
  const levels = [...scps, ...rcps].flatMap((level) => level.policies)
  const all = [...identity, boundary, ...session, resource, ...grants, endpoint, ...levels]
  return all.flatMap((one) => one?.document?.statements ?? [])
}
