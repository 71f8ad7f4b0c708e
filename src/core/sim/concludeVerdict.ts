import { appendAll } from '../base/appendAll.ts'
import type { AccessRequest, VerdictKind } from '../model/design.ts'
import type { Origin } from '../topology/origin.ts'
import type { Code } from './codes.ts'
import { isUnasked } from './dns/sayAnswer.ts'
import type { Resolution } from './resolveDestination.ts'
import type { Blocker, Branch, Note, Verdict } from './verdict.ts'

/** Puts the branches together: what the caller sees, and the one entry that decided it. */
export function concludeVerdict(request: AccessRequest, resolution: Resolution, walked: readonly Branch[]): Verdict {
  if (walked.length === 1) return concludeOne(request, resolution, walked[0]!, walked)
  const { everyClass = true, rangeOf = null } = resolution.lookup ?? {}
  const distinct = rangeOf === null ? walked : distinctBranches(walked)
  // one address of a range that nobody can name: with more than one outcome for a caller, which it is cannot be told
  const inDoubt = !everyClass && new Set(distinct.map((branch) => branch.from)).size < distinct.length
  const branches = distinct.length === walked.length ? walked : distinct.map(renumber)
  const doubt: Note[] = inDoubt
    ? [{ code: 'SERVICE_ADDRESS_NOT_KNOWN', at: null, values: { service: nameDoubt(resolution) } }]
    : []
  const kind = doubt.length > 0 ? 'cannot-tell' : kindOf(branches)
  const deciding =
    branches.find((branch) => branch.kind === 'fails') ?? branches.find((branch) => branch.kind === 'partly')
  const shown =
    branches.find((branch) => branch.kind === 'succeeds' || branch.kind === 'partly') ??
    branches.find((branch) => branch.path !== null) ??
    branches[0]!
  const gaps = [...doubt, ...gather(branches, ({ gaps }) => gaps)]
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
      branches.length === 1
        ? branches[0]!.assumptions
        : uniqueNotes(gather(branches, ({ assumptions }) => assumptions)),
    gaps: uniqueNotes(gaps),
    branches,
  }
}

/** One way only: what it met is the verdict. */
function concludeOne(
  request: AccessRequest,
  resolution: Resolution,
  branch: Branch,
  branches: readonly Branch[],
): Verdict {
  const { kind, path, via, blockers, assumptions, gaps } = branch
  const first = blockers[0]
  const fails = kind === 'fails' || kind === 'partly'
  return {
    request,
    kind,
    symptom: fails ? (first?.symptom ?? null) : null,
    code: fails ? (first?.code ?? null) : kind === 'cannot-tell' ? (gaps[0]?.code ?? null) : null,
    decidedBy: fails ? (first?.decidedBy ?? null) : kind === 'cannot-tell' ? (gaps[0]?.at ?? null) : null,
    path,
    answers: answersOf(resolution, branches),
    via,
    blockers,
    assumptions,
    gaps: uniqueNotes(gaps),
    branches,
  }
}

/** Of branches that stand for classes of addresses, one for each way that a caller's requests fare: one branch says it for all of them. */
const distinctBranches = (walked: readonly Branch[]): readonly Branch[] =>
  unique(walked, (branch) => `${branch.from} ${outcomeOf(branch)}`)

/** Blockers say in which branch their step stands. */
const renumber = (branch: Branch, index: number): Branch => ({
  ...branch,
  blockers: branch.blockers.map((blocker) => ({
    ...blocker,
    step: blocker.step && { ...blocker.step, branch: index },
  })),
})

/** What is not known of the name. */
const nameDoubt = ({ name, lookup }: Resolution): string =>
  lookup?.service?.region === ''
    ? `${name} does not tell the bucket’s Region; draw the bucket, or ask by its regional name`
    : (name ?? '')

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

/** The addresses that were walked; where none was, those that the name has all the same, unless nobody was there to say them. */
function answersOf(resolution: Resolution, branches: readonly Branch[]): readonly string[] {
  if (branches.length === 1 && branches[0]!.to !== '') return [branches[0]!.to]
  const [stopped] = branches[0]!.blockers
  if (stopped && isUnasked(stopped)) return []
  const walked = new Set(branches.map((branch) => branch.to).filter((to) => to !== ''))
  return walked.size > 0 ? [...walked] : resolution.destinations.map(({ text }) => text)
}

const outcomeOf = (branch: Branch): string =>
  [branch.kind, branch.path, ...branch.via, ...branch.blockers.map(keyOf), ...branch.gaps.map(({ code }) => code)].join(
    ' ',
  )
const keyOf = (blocker: Blocker): string =>
  `${blocker.code} ${blocker.decidedBy?.construct} ${blocker.decidedBy?.path.join('.')}`

/** What the branches have of something, one after the other. */
function gather<T>(branches: readonly Branch[], of: (branch: Branch) => readonly T[]): readonly T[] {
  const all: T[] = []
  for (const branch of branches) appendAll(all, of(branch))
  return all
}

/** Of so many, looking at each costs less than a key for each. */
const FEW = 40

function uniqueBlockers(branches: readonly Branch[]): readonly Blocker[] {
  const all = gather(branches, ({ blockers }) => blockers)
  if (all.length > FEW) return unique(all, keyOf)
  const isSame = (a: Blocker, b: Blocker) => a === b || (a.code === b.code && isSamePlace(a.decidedBy, b.decidedBy))
  return all.filter((blocker, i) => all.findIndex((one) => isSame(one, blocker)) === i)
}

/** There are few of them. */
const uniqueNotes = (notes: readonly Note[]): readonly Note[] =>
  notes.length < 2 ? notes : notes.filter((note, i) => notes.findIndex((one) => isSameNote(one, note)) === i)

function isSamePlace(a: Origin | null, b: Origin | null): boolean {
  if (a === b) return true
  if (a?.construct !== b?.construct || a?.path.length !== b?.path.length) return false
  return a?.path.every((step, i) => step === b!.path[i]) ?? true
}

function isSameNote(a: Note, b: Note): boolean {
  if (a === b) return true
  if (a.code !== b.code || !isSamePlace(a.at, b.at)) return false
  const keys = Object.keys(a.values)
  return keys.length === Object.keys(b.values).length && keys.every((key) => a.values[key] === b.values[key])
}

/** The first of each key. */
function unique<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  if (list.length < 2) return list
  const seen = new Map<string, T>()
  for (const one of list) {
    const key = keyOf(one)
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}
