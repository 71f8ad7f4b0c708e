import { describe, expect, test } from 'vitest'
import { OPERATORS } from '../conditions/operators.ts'
import { ask } from './ask.ts'
import { candidates } from './plain/keysOf.ts'
import { listOf, type RawCase, type RawDocument, type RawPolicy, type RawStatement } from './plain/rawCase.ts'
import { diceOf } from './random/dice.ts'
import { drawCase, drawStatement, type Kind } from './random/drawCase.ts'

const SEEDS = Array.from({ length: 200 }, (_, i) => i + 50_000)
const verdictOf = (given: RawCase): string => ask({ ...given }).verdict
/** Denied, open, allowed. */
const rank = (verdict: string): number => ['denied', 'cannot-tell', 'allowed'].indexOf(verdict)

const statementsOf = ({ Statement }: RawDocument): readonly RawStatement[] => listOf<RawStatement>(Statement)
type Change = (document: RawDocument, kind: Kind) => RawDocument

/** A case, each of whose policies is changed. */
function changing(given: RawCase, change: Change): RawCase {
  const {
    identity = [],
    boundary,
    session = [],
    resource,
    grants = [],
    endpoint,
    scps = [],
    rcps = [],
  } = given.policies
  const changed = <T extends RawPolicy>(policy: T, kind: Kind): T =>
    policy.document ? { ...policy, document: change(policy.document, kind) } : policy
  const levels = (list: typeof scps, kind: Kind) =>
    list.map(({ target, policies }) => ({ target, policies: policies.map((one) => changed(one, kind)) }))
  return {
    ...given,
    policies: {
      identity: identity.map((one) => changed(one, 'identity')),
      boundary: boundary ? changed(boundary, 'limit') : null,
      session: session.map((one) => changed(one, 'limit')),
      resource: resource ? changed(resource, given.action.startsWith('sts:') ? 'trust' : 'resource') : null,
      ...(grants.length > 0 && { grants: grants.map((one) => changed(one, 'resource')) }),
      endpoint: endpoint ? changed(endpoint, 'endpoint') : null,
      scps: levels(scps, 'control'),
      rcps: levels(rcps, 'rcp'),
    },
  }
}

/** Adds a random statement of one effect to one policy in three. */
const adding =
  (seed: number, given: RawCase, effect: 'Allow' | 'Deny'): Change =>
  (document, kind) => {
    const dice = diceOf(seed * 31 + JSON.stringify(document).length)
    if (!dice.chance(0.34)) return document
    const { action, resource = '*', principal, context = {} } = given
    const drawn = { dice, action, resource, principal, account: '111122223333', context }
    const { Sid: _, ...statement } = drawStatement(drawn, kind, 9)
    const { NotPrincipal, ...rest } = statement
    const named = effect === 'Allow' && NotPrincipal ? { ...rest, Principal: NotPrincipal } : statement
    return { ...document, Statement: [...statementsOf(document), { ...named, Effect: effect }] }
  }

describe('whatever the policies', () => {
  test('another Deny never allows more', () => {
    const wrong = SEEDS.filter((seed) => {
      const given = drawCase(seed)
      return rank(verdictOf(changing(given, adding(seed, given, 'Deny')))) > rank(verdictOf(given))
    })
    expect(wrong).toEqual([])
  })

  test('another Allow never allows less, but where it makes a bucket public that is closed to the public', () => {
    const wrong = SEEDS.filter((seed) => {
      const given = { ...drawCase(seed), restrictPublicBuckets: false }
      return rank(verdictOf(changing(given, adding(seed, given, 'Allow')))) < rank(verdictOf(given))
    })
    expect(wrong).toEqual([])
  })

  test('the order of statements and of policies does not matter', () => {
    const told = (given: RawCase) => {
      const { verdict, why, deniedBy } = ask({ ...given })
      return { verdict, why, deniedBy: [...deniedBy].sort() }
    }
    for (const seed of SEEDS) {
      const given = drawCase(seed)
      const dice = diceOf(seed)
      const turned = changing(given, (document) => ({ ...document, Statement: dice.shuffled(statementsOf(document)) }))
      const { policies } = turned
      const other = {
        ...policies,
        identity: dice.shuffled(policies.identity ?? []),
        scps: dice.shuffled(policies.scps ?? []),
      }
      expect(told({ ...turned, policies: other }), `seed ${seed}`).toEqual(told(given))
    }
  })

  test('a policy and its text, however that is set, say the same', () => {
    for (const seed of SEEDS.slice(0, 150)) {
      const given = drawCase(seed)
      const dice = diceOf(seed)
      const asText = changing(
        given,
        (document) => JSON.stringify(document, null, dice.pick(['', ' ', '\t', '\r\n  '])) as unknown as RawDocument,
      )
      expect(ask({ ...asText }), `seed ${seed}`).toEqual(ask({ ...given }))
    }
  })

  test('what somebody says of an unknown key contradicts no answer that was given without', () => {
    const wrong = SEEDS.filter((seed) => {
      const given = drawCase(seed)
      const before = verdictOf(given)
      if (before === 'cannot-tell') return false
      return Object.entries(given.context ?? {}).some(([key, value]) => {
        if (typeof value !== 'object' || !('unknown' in value)) return false
        const { [key]: _, ...rest } = given.context ?? {}
        const said = candidates(given, key.toLowerCase()).map((one) => ({ ...rest, [key]: one }))
        return [...said, ...(value.unknown === true ? [rest] : [])].some(
          (context) => verdictOf({ ...given, context }) !== before,
        )
      })
    })
    expect(wrong).toEqual([])
  })
})

describe('a statement', () => {
  const turned: Readonly<Record<string, string>> = {
    allowed: 'denied',
    denied: 'allowed',
    'cannot-tell': 'cannot-tell',
  }
  // of what a resource does without a policy, and of lists, these say nothing
  const alone = (
    { withoutPolicy: _, accessControlLists: _lists, ...given }: RawCase,
    statement: RawStatement,
  ): string =>
    verdictOf({
      ...given,
      policies: { identity: [{ name: 'one', document: { Version: '2012-10-17', Statement: statement } }] },
    })

  test.each(['Action', 'Resource'] as const)('with Not%s is about all that it is not about without', (element) => {
    const found: Record<string, number> = {}
    for (const seed of SEEDS) {
      const given = {
        ...drawCase(seed),
        principal: 'arn:aws:iam::111122223333:user/alice',
        resourceAccount: '111122223333',
      }
      if (given.action.startsWith('kms:') || given.action.startsWith('sts:')) continue
      const dice = diceOf(seed)
      const drawn = { dice, action: given.action, resource: given.resource ?? '*', account: '', context: {} }
      const plain = drawStatement({ ...drawn, principal: given.principal }, 'identity', 0)
      const values = (plain[element] ?? plain[`Not${element}`])!
      const rest = { Effect: 'Allow' as const, Action: '*', Resource: '*' }
      const { [element]: _, ...without } = rest
      const verdict = alone(given, { ...rest, [element]: values })
      found[verdict] = (found[verdict] ?? 0) + 1
      const other = alone(given, { ...(without as RawStatement), [`Not${element}`]: values })
      expect(other, `seed ${seed}`).toBe(turned[verdict])
    }
    expect(found.allowed).toBeGreaterThan(20)
    expect(found.denied).toBeGreaterThan(20)
  })

  test.each(['anonymous', 'sns.amazonaws.com', 'arn:aws:iam::111122223333:root'])(
    'with NotPrincipal is about all that it is not about without: %s',
    (principal) => {
      for (const list of [
        '*',
        { AWS: '*' },
        { AWS: '111122223333' },
        { AWS: '444455556666' },
        { Service: 'sns.amazonaws.com' },
      ] as const) {
        const denied = (statement: object): string =>
          ask({
            principal,
            policies: {
              resource: {
                name: 'r',
                document: {
                  Version: '2012-10-17',
                  Statement: [
                    { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
                    { Effect: 'Deny', Action: '*', Resource: '*', ...statement },
                  ],
                },
              },
            },
          }).verdict
        expect(denied({ NotPrincipal: list })).toBe(turned[denied({ Principal: list })])
      }
    },
  )

  test.each(Object.keys(OPERATORS))('with %sIfExists is met where the key is not carried', (operator) => {
    for (const set of ['', 'ForAllValues:', 'ForAnyValue:'])
      expect(
        alone(
          { action: 's3:GetObject', principal: 'arn:aws:iam::111122223333:user/alice', policies: {} },
          {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
            Condition: { [`${set}${operator}IfExists`]: { 'x:none': 'a' } },
          },
        ),
      ).toBe('allowed')
  })
})
