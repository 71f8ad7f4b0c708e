import type { Design } from '../model/design.ts'
import { isAlike } from '../policy/propose/conditionsAgainst.ts'
import { keepingOut } from '../policy/propose/narrowings.ts'
import type { ProposedCall } from '../policy/propose/proposedCall.ts'
import { mergeStatements, type ProposedStatement } from '../policy/propose/proposedStatement.ts'
import { allowing, denying } from '../policy/propose/proposedStatements.ts'
import type { Change, PolicyPlace } from './change.ts'
import type { JudgedCall } from './judgedCalls.ts'
import { endpointPlace, identityPlace, resourcePlace } from './placesOf.ts'
import { policyTextAt } from './policyAt.ts'
import { sayPlace } from './sayChange.ts'
import { addition, areaOf, statementAt } from './waysToAllow.ts'

/** What would keep a call from passing, and leave through `passes`, by the policies that both meet. */
export function waysToDeny(design: Design, judged: JudgedCall, passes: readonly JudgedCall[]): readonly Change[] {
  const { call, resource, endpoint, identity } = judged
  const places: readonly (readonly [PolicyPlace | null, readonly JudgedCall[], number])[] = [
    [resourcePlace(design, resource), passes.filter((one) => one.resource === resource), 2],
    [endpointPlace(design, endpoint), passes.filter((one) => one.endpoint === endpoint), 3],
    [identityPlace(design, identity), passes.filter((one) => one.identity === identity), 4],
  ]
  return places
    .flatMap(([place, others, cost]): readonly Change[] => {
      if (!place) return []
      const theirs = others.map((one) => one.call)
      const denials = denying(call, place, theirs).map((statement, i) =>
        addition(design, place, [statement], cost + i / 10),
      )
      const isOpen = place.use === 'endpoint' && policyTextAt(design, place) === null
      const least =
        isOpen && others.length > 0 ? [addition(design, place, leastOf(place, others, judged), cost - 0.5)] : []
      return [...least, ...denials]
    })
    .concat(narrowerAllows(design, judged, passes))
}

/** The least that an endpoint without a policy has to let through. */
function leastOf(place: PolicyPlace, passes: readonly JudgedCall[], against: JudgedCall): readonly ProposedStatement[] {
  return passes
    .map((one) => {
      const [plain, told] = allowing(one.call, place, [against.call])
      return isAlike(one.call, against.call) && one.call.principal === against.call.principal
        ? (told ?? plain!)
        : plain!
    })
    .reduce<readonly ProposedStatement[]>(withMerged, [])
}

/** A list of statements with one more, within another where both together mean no more. */
export function withMerged(list: readonly ProposedStatement[], one: ProposedStatement): readonly ProposedStatement[] {
  for (const [at, other] of list.entries()) {
    const merged = mergeStatements(other, one)
    if (merged) return list.map((own, i) => (i === at ? merged : own))
  }
  return [...list, one]
}

/** The Allow by which the call passes, with a condition that it does not meet. */
function narrowerAllows(design: Design, judged: JudgedCall, passes: readonly JudgedCall[]): readonly Change[] {
  return judged.said.flatMap(({ says, at, layer }) => {
    const found = says === 'allowed' && at ? statementAt(design, at) : null
    if (!found || layer === 'boundary') return []
    const { place, statement, index } = found
    const by = passes.filter((one) => one.said.some((said) => JSON.stringify(said.at) === JSON.stringify(at)))
    return keepingOut(
      statement,
      judged.call,
      by.map((one) => one.call),
    ).map(
      (narrowing, i): Change => ({
        kind: 'narrow',
        area: areaOf(place),
        title: `${sayPlace(design, place)}: the Allow of statement ${statement.sid || index + 1} holds ${narrowing.words}`,
        cost: 4.5 + i / 10,
        place,
        statement: index,
        narrowing,
      }),
    )
  })
}

/** Whether no key tells a call that must not pass from one that must. */
export const isInseparable = (call: ProposedCall, passes: ProposedCall): boolean =>
  isAlike(call, passes) && denying(call, { use: 'resource', gateway: false }, [passes]).length === 0
