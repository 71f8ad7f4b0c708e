import type { Design } from '../model/design.ts'
import type { Statement } from '../policy/document.ts'
import { KIND_OF_USE } from '../policy/kindOfUse.ts'
import { leavingOut } from '../policy/propose/narrowings.ts'
import type { ProposedStatement } from '../policy/propose/proposedStatement.ts'
import { allowing } from '../policy/propose/proposedStatements.ts'
import { readPolicy } from '../policy/read/readPolicy.ts'
import type { Origin } from '../topology/origin.ts'
import type { Area, Change, PolicyPlace } from './change.ts'
import type { JudgedCall, LayerSaid } from './judgedCalls.ts'
import { endpointPlace, identityPlace, resourcePlace } from './placesOf.ts'
import { placeOfPolicy, policyTextAt } from './policyAt.ts'
import { sayPlace, sayStatement } from './sayChange.ts'

/** What would let a denied call pass in a layer that denies it; `against`: calls that must not pass. */
export function waysToAllow(design: Design, judged: JudgedCall, against: readonly JudgedCall[]): readonly Change[] {
  return judged.said.flatMap((one) => {
    if (one.says === 'denied') return narrowings(design, judged, one)
    if (one.says !== 'not-allowed') return []
    return placesFor(design, judged, one).flatMap((place) => allows(design, judged, place, against))
  })
}

/** Where the Allow may stand that is missing: of an identity, the resource’s policy may do as well. */
function placesFor(design: Design, judged: JudgedCall, { layer, at }: LayerSaid): readonly PolicyPlace[] {
  const own = () => (at === null ? null : placeOfPolicy(design, at))
  const places = {
    endpoint: () => [endpointPlace(design, judged.endpoint)],
    resource: () => [resourcePlace(design, judged.resource)],
    identity: () => [identityPlace(design, judged.identity), resourcePlace(design, judged.resource)],
    boundary: () => [own()],
    session: () => [],
    scp: () => [],
    rcp: () => [],
  }[layer]()
  return places.filter((place) => place !== null)
}

const allows = (
  design: Design,
  { call }: JudgedCall,
  place: PolicyPlace,
  against: readonly JudgedCall[],
): readonly Change[] =>
  allowing(
    call,
    place,
    against.map((one) => one.call),
  ).map((statement) => addition(design, place, [statement], 2 + statement.conditions.length))

/** Statements added to a policy. */
export const addition = (
  design: Design,
  place: PolicyPlace,
  statements: readonly ProposedStatement[],
  cost: number,
): Change => ({
  kind: 'add-statements',
  area: areaOf(place),
  title: `${sayPlace(design, place)}: ${statements.map(sayStatement).join('; ')}`,
  cost,
  place,
  statements,
})

/** A Deny leaves the call out. */
function narrowings(design: Design, { call }: JudgedCall, { at }: LayerSaid): readonly Change[] {
  const found = at && statementAt(design, at)
  if (!found) return []
  const { place, statement, index } = found
  return leavingOut(statement, call).map((narrowing, i) => ({
    kind: 'narrow',
    area: areaOf(place),
    title: `${sayPlace(design, place)}: the Deny of statement ${statement.sid || index + 1} holds ${narrowing.words}`,
    cost: 3 + i / 10,
    place,
    statement: index,
    narrowing,
  }))
}

/** A statement of a policy that may be written, by its place. */
export function statementAt(
  design: Design,
  { construct, path }: Origin,
): { readonly place: PolicyPlace; readonly statement: Statement; readonly index: number } | null {
  const at = path.indexOf('Statement')
  const index = path[at + 1]
  const place = at < 0 ? null : placeOfPolicy(design, { construct, path: path.slice(0, at) })
  const text = place && policyTextAt(design, place)
  if (!place || text === null || typeof index !== 'number') return null
  const read = readPolicy(text, KIND_OF_USE[place.use])
  const statement = read.ok ? read.document.statements[index] : undefined
  return statement ? { place, statement, index } : null
}

/** What is touched with a policy. */
export const areaOf = ({ use }: PolicyPlace): Area =>
  use === 'endpoint' ? 'endpoint' : use === 'identity' || use === 'boundary' ? 'identity' : 'resource'
