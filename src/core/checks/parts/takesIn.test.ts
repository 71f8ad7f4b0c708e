import { expect, test } from 'vitest'
import type { Statement } from '../../policy/document.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'
import { ask } from '../../policy/testing/ask.ts'
import { listOf, type RawStatement } from '../../policy/testing/plain/rawCase.ts'
import { diceOf } from '../../policy/testing/random/dice.ts'
import { drawCase, drawStatement } from '../../policy/testing/random/drawCase.ts'
import { takesIn } from './takesIn.ts'

const read = (statement: RawStatement): Statement | null => {
  const { Sid: _, ...rest } = statement
  const result = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: rest }), 'identity')
  return result.ok ? result.document.statements[0]! : null
}

test('a statement that another takes in changes no verdict', () => {
  let taken = 0
  const wrong: number[] = []
  for (let seed = 90_000; seed < 92_000; seed++) {
    const given = drawCase(seed)
    const [policy, ...others] = given.policies.identity ?? []
    if (!policy?.document) continue
    const dice = diceOf(seed)
    const { action, resource = '*', principal, context = {} } = given
    const drawn = { dice, action, resource, principal, account: '111122223333', context }
    const own = listOf<RawStatement>(policy.document.Statement)
    const wide = dice.pick(own)
    // what is drawn by chance alone is rarely within another
    const { Sid: _, ...fresh } = drawStatement(drawn, 'identity', 9)
    const narrow = dice.chance(0.3)
      ? fresh
      : { ...wide, ...(dice.chance(0.5) ? { Condition: fresh.Condition } : { Action: fresh.Action ?? action }) }
    const { Sid: __, NotAction, ...rest } = narrow as RawStatement
    const more = { ...rest, ...('Action' in rest && rest.Action !== undefined ? {} : { NotAction }) } as RawStatement
    const [a, b] = [read(wide), read(more)]
    if (!a || !b || (a.effect !== b.effect && a.effect !== 'Deny') || !takesIn(a, b)) continue
    taken++
    const document = { ...policy.document, Statement: [...own, more] }
    const changed = { ...given, policies: { ...given.policies, identity: [{ ...policy, document }, ...others] } }
    if (ask({ ...changed }).verdict !== ask({ ...given }).verdict) wrong.push(seed)
  }
  expect(wrong).toEqual([])
  expect(taken).toBeGreaterThan(150)
})
