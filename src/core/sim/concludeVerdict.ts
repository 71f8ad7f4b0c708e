import type { AccessRequest, VerdictKind } from '../model/design.ts'
import { formatAddress } from '../net/address.ts'
import type { Code } from './codes.ts'
import type { Resolution } from './resolveDestination.ts'
import type { Blocker, Branch, Note, Verdict } from './verdict.ts'

/** Puts the branches together: what the caller sees, and the one entry that decided it. */
export function concludeVerdict(request: AccessRequest, resolution: Resolution, walked: readonly Branch[]): Verdict {
  const everyClass = resolution.lookup?.everyClass ?? true
  // one address of a range that nobody can name: where all of them fare alike for a caller, one branch says it
  const firsts = everyClass
    ? walked
    : [...new Map([...walked].reverse().map((branch) => [branch.from, branch])).values()].reverse()
  const agree =
    everyClass ||
    walked.every((branch) => outcomeOf(branch) === outcomeOf(firsts.find((first) => first.from === branch.from)!))
  const branches = agree ? firsts : walked
  const doubt: Note[] =
    !everyClass && !agree
      ? [{ code: 'SERVICE_ADDRESS_NOT_KNOWN', at: null, values: { service: resolution.name ?? '' } }]
      : []
  const kind = doubt.length > 0 ? 'cannot-tell' : kindOf(branches)
  const deciding =
    branches.find((branch) => branch.kind === 'fails') ?? branches.find((branch) => branch.kind === 'partly')
  const shown =
    branches.find((branch) => branch.kind === 'succeeds' || branch.kind === 'partly') ??
    branches.find((branch) => branch.path !== null) ??
    branches[0]!
  const gaps = [...doubt, ...branches.flatMap((branch) => branch.gaps)]
  const blockers =
    branches.length === 1 ? branches[0]!.blockers : uniqueBlockers(deciding ? [deciding, ...branches] : branches)
  const first = deciding?.blockers[0]
  const fails = kind === 'fails' || kind === 'partly'
  return {
    request,
    kind,
    symptom: fails ? (first?.symptom ?? null) : null,
    code: fails ? (first?.code ?? null) : kind === 'cannot-tell' ? (gaps[0]?.code ?? null) : null,
    decidedBy: fails ? (first?.decidedBy ?? null) : kind === 'cannot-tell' ? (gaps[0]?.at ?? null) : null,
    path: shown.path,
    answers: answersOf(resolution, branches),
    via: shown.via,
    blockers,
    assumptions:
      branches.length === 1 ? branches[0]!.assumptions : uniqueNotes(branches.flatMap((branch) => branch.assumptions)),
    gaps: gaps.length < 2 ? gaps : uniqueNotes(gaps),
    branches,
  }
}

/** A verdict that is not given, with the reason in words. */
export const refuseToTell = (request: AccessRequest, code: Code, message: string): Verdict => ({
  request,
  kind: 'cannot-tell',
  symptom: null,
  code,
  decidedBy: null,
  path: null,
  answers: [],
  via: [],
  blockers: [],
  assumptions: [],
  gaps: [{ code, at: null, values: { message } }],
  branches: [],
})

function kindOf(branches: readonly Branch[]): VerdictKind {
  const first = branches[0]!.kind
  if (branches.every((branch) => branch.kind === first)) return first
  const has = (kind: VerdictKind) => branches.some((branch) => branch.kind === kind)
  // whatever the branches that cannot be told come to: some connections work and some do not
  if (has('succeeds') && has('fails')) return 'partly'
  return has('cannot-tell') ? 'cannot-tell' : 'partly'
}

/** The addresses that were walked; where none was, those that the name has all the same. */
function answersOf(resolution: Resolution, branches: readonly Branch[]): readonly string[] {
  if (branches.length === 1 && branches[0]!.to !== '') return [branches[0]!.to]
  const walked = new Set(branches.map((branch) => branch.to).filter((to) => to !== ''))
  return walked.size > 0 ? [...walked] : resolution.destinations.map((one) => formatAddress(one.address))
}

const outcomeOf = (branch: Branch): string =>
  `${branch.kind} ${branch.path} ${branch.via.join(' ')} ${branch.blockers.map(keyOf).join(' ')}`
const keyOf = (blocker: Blocker): string =>
  `${blocker.code} ${blocker.decidedBy?.construct} ${blocker.decidedBy?.path.join('.')}`

function uniqueBlockers(branches: readonly Branch[]): readonly Blocker[] {
  const seen = new Map<string, Blocker>()
  for (const branch of branches)
    for (const blocker of branch.blockers) if (!seen.has(keyOf(blocker))) seen.set(keyOf(blocker), blocker)
  return [...seen.values()]
}

function uniqueNotes(notes: readonly Note[]): readonly Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify([note.code, note.at, note.values]), note])).values()]
}
