import type { ApiCall } from '../../model/design.ts'
import { MAYBE, NO, YES } from '../../policy/language/ternary.ts'
import { answerCall } from '../../policy/layers/answerCall.ts'
import { allowsAtAll, type LevelAnswer } from '../../policy/layers/askLevel.ts'
import type { StatementAnswer } from '../../policy/layers/explainAuthorization.ts'
import type { LayerName, NamedPolicy } from '../../policy/layers/policies.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Code } from '../codes.ts'
import { drop, goTo } from '../travel/place.ts'
import { addBlocker, addGap, assume } from '../travel/tell.ts'
import type { Walk } from '../travel/walk.ts'
import type { Step } from '../verdict.ts'
import type { Asked } from './asked.ts'
import { policiesOf } from './authorizeAsked.ts'
import { authorizeCall } from './authorizeCall.ts'
import { isOfItsVpc } from './bucketBehind.ts'
import { placeOf, placeOfStatement } from './gatherPolicies.ts'
import type { Judged } from './judged.ts'
import type { PathFacts } from './pathFacts.ts'
import { tellAbsent } from './tellAbsent.ts'
import { tellKeys } from './tellKeys.ts'

/** What denies, by layer. */
export const DENIED_BY: Readonly<Record<LayerName, Code>> = {
  scp: 'SCP_DENIES',
  rcp: 'RCP_DENIES',
  endpoint: 'VPCE_POLICY_DENIES',
  resource: 'RESOURCE_POLICY_DENIES',
  identity: 'IDENTITY_POLICY_DENIES',
  boundary: 'PERMISSIONS_BOUNDARY_DENIES',
  session: 'SESSION_POLICY_DENIES',
}

/**
 * The packet has arrived and its answer is back: now the call that it carries is allowed or denied. Every layer is told, also where the first denies.
 * `path` null: whoever has taken the packet is no service of AWS.
 */
export function judgeCall(walk: Walk, client: string | null, call: ApiCall, path: PathFacts | null): void {
  const { told } = walk
  if (told.gaps.length > 0) return
  if (path === null) {
    if (!told.blocked)
      addGap(walk, 'NOT_MODELLED', null, {
        message: 'what answers there is no service of AWS, so that nobody judges the call',
      })
    return
  }
  const judged = authorizeCall(walk.topology, client, call, path)
  if (typeof judged === 'string') {
    if (!told.blocked)
      addGap(walk, 'CALLER_NOT_KNOWN', client === null ? null : { construct: client, path: ['role'] }, {
        message: judged,
      })
    return
  }
  told.recorder?.startLeg('authorization')
  for (const one of judged) tellJudged(walk, call, one, path)
}

/** Tells what came of one question, layer by layer. */
function tellJudged(walk: Walk, call: ApiCall, judged: Judged, path: PathFacts): void {
  const { told } = walk
  const { authorization, asked } = judged
  const { found } = asked
  const { verdict } = authorization
  // nobody reads what the other layers say where nothing is recorded
  const answers = judged.answers(
    told.recorder || verdict === 'cannot-tell' ? undefined : verdict === 'denied' ? authorization.deniedBy : [],
  )
  const at = found.kind === 'drawn' ? found.resource.id : null
  goTo(walk, at, at === null ? () => found.arn : undefined)
  told.recorder?.step(callStep(call, judged, path, answers))
  const spoken = new Set<LayerName>()
  for (const level of authorization.levels) {
    const { layer } = level
    const denies = authorization.deniedBy.includes(layer) && isMissing(level, authorization.why)
    if (!denies && told.recorder === null) continue
    const { place, step } = tellLevel(level, judged, answers, denies ? DENIED_BY[layer] : null)
    told.recorder?.step(step)
    if (!denies || spoken.has(layer)) continue
    spoken.add(layer)
    addBlocker(walk, DENIED_BY[layer], place)
  }
  // the layer that lacks an Allow may have no policy at all
  for (const layer of authorization.deniedBy)
    if (!spoken.has(layer)) {
      told.recorder?.step(lackingStep(layer, DENIED_BY[layer], judged))
      addBlocker(walk, DENIED_BY[layer], at === null ? null : { construct: at, path: ['policy'] })
    }
  meetAccessPoint(walk, asked, path)
  if (judged.assumes) assume(walk, judged.assumes, at === null ? null : { construct: at, path: ['authorizationType'] })
  if (verdict === 'cannot-tell' && !told.blocked) tellDoubt(walk, judged, answers)
}

/** S3 refuses what asks by an access point of a VPC and does not come from there. */
function meetAccessPoint(walk: Walk, { found, behindAccessPoint }: Asked, path: PathFacts): void {
  const point = found.kind === 'drawn' ? found.resource.accessPoint : null
  if (!point || behindAccessPoint) return
  const isOfIts = isOfItsVpc(point, path)
  const at = { construct: point.id, path: ['originVpc'] }
  if (isOfIts === false)
    drop({ walk, id: null, how: 'service', packet: path.packet }, 'ACCESS_POINT_OF_OTHER_VPC', at, 'refused')
  else if (isOfIts === null && !walk.told.blocked)
    addGap(walk, 'POLICY_NOT_CLEAR', at, { message: 'which VPC the access point is had from' })
}

type CallStep = Extract<Step, { kind: 'call' }>
type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

function callStep(
  { context }: ApiCall,
  judged: Judged,
  path: PathFacts,
  answers: readonly StatementAnswer[],
): CallStep {
  const { principal } = judged.caller
  const { action, found, by } = judged.asked
  const who =
    principal.kind === 'role'
      ? (principal.session ?? principal.arn)
      : 'arn' in principal
        ? principal.arn
        : principal.kind === 'service'
          ? principal.name
          : 'anonymous'
  return {
    kind: 'call',
    outcome: 'made',
    code: null,
    detail: {
      principal: who,
      action,
      resource: found.arn,
      by,
      keys: tellKeys(judged, by === null ? context : {}),
      answer: answerCall(judged.authorization, answers),
      absent: tellAbsent(judged, path),
    },
    evidence: { decidedBy: null, considered: [] },
  }
}

/** Whether a level is one of those that its layer denies by. */
const isMissing = (level: LevelAnswer, why: Judged['authorization']['why']): boolean =>
  why === 'explicit-deny' ? level.denies === YES : allowsAtAll(level) !== YES

function tellLevel(
  level: LevelAnswer,
  judged: Judged,
  answers: readonly StatementAnswer[],
  code: Code | null,
): { readonly place: Origin | null; readonly step: PolicyStep } {
  const { layer, target } = level
  const these = policiesOf(judged.policies, layer, target)
  const own = answers.filter((one) => one.layer === layer && one.target === target)
  const outcome = outcomeOf(level, code)
  const effect = level.denies === YES ? 'Deny' : 'Allow'
  const deciding = own.filter((one) => one.effect === effect && one.met === YES)
  const open = own.filter((one) => one.met === MAYBE)
  const missed = own.filter((one) => one.effect === 'Allow' && one.met === NO)
  const shown = deciding.length > 0 ? deciding : outcome === 'unknown' ? open : outcome === 'allowed' ? [] : missed
  const first = deciding[0] ?? (outcome === 'unknown' ? open[0] : undefined)
  const place = placeOfAnswer(judged, these, first)
  return {
    place,
    step: {
      kind: 'ask-policies',
      outcome,
      code,
      detail: {
        layer,
        target,
        policies: these.map(({ name }) => name),
        unread: these.flatMap(({ name, document }) => (document === null ? [name] : [])),
        statements: shown.slice(0, MOST_SHOWN).map(({ policy, statement, effect, misses }) => ({
          policy,
          statement,
          effect,
          misses: misses.map((one) => (one.element === 'Condition' ? `${one.operator} ${one.key}` : one.element)),
          conditions: conditionsOf(these, policy, statement),
        })),
      },
      evidence: { decidedBy: place, considered: [] },
    },
  }
}
const MOST_SHOWN = 8

/** The conditions of a statement in short. */
const conditionsOf = (these: readonly NamedPolicy[], policy: string, name: string): readonly string[] =>
  these
    .find((one) => one.name === policy)
    ?.document?.statements.find(({ sid }, i) => (sid || String(i + 1)) === name)
    ?.conditions.map(({ operator, key }) => `${operator} ${key}`) ?? []

function outcomeOf(level: LevelAnswer, code: Code | null): PolicyStep['outcome'] {
  if (level.denies === YES) return 'denied'
  const allows = allowsAtAll(level)
  if (allows === NO) return code === null ? 'silent' : 'not-allowed'
  return level.denies === MAYBE || allows === MAYBE ? 'unknown' : 'allowed'
}

/** A layer that would have to allow: there is no policy, or S3 does not let it count. */
const lackingStep = (layer: LayerName, code: Code, { policies, asked: { found } }: Judged): PolicyStep => ({
  kind: 'ask-policies',
  outcome: 'not-allowed',
  code,
  detail: {
    layer,
    target: '',
    policies: policiesOf(policies, layer, '').map(({ name }) => name),
    unread: [],
    statements: [],
  },
  evidence: {
    decidedBy: found.kind === 'drawn' ? { construct: found.resource.id, path: ['policy'] } : null,
    considered: [],
  },
})

/** The policy that decides, with the statement where one does. */
function placeOfAnswer(
  judged: Judged,
  these: readonly NamedPolicy[],
  answer: StatementAnswer | undefined,
): Origin | null {
  const policy = (answer && these.find(({ name }) => name === answer.policy)) ?? these[0]
  const at = policy ? placeOf(policy) : null
  if (!at || !answer)
    return (
      at ??
      (judged.caller.identity && these.length === 0
        ? { construct: judged.caller.identity.id, path: ['policies'] }
        : null)
    )
  return placeOfStatement(policy!, answer.statement)
}

/** Why it cannot be told: keys that nobody said, policies that nobody has read, else what the language leaves open. */
function tellDoubt(walk: Walk, judged: Judged, answers: readonly StatementAnswer[]): void {
  const { policies, authorization } = judged
  const before = walk.told.gaps.length
  const named = new Set<string>()
  for (const { layer, target } of authorization.levels) {
    const these = policiesOf(policies, layer, target)
    for (const one of these)
      if (one.document === null) addGap(walk, 'POLICY_NOT_KNOWN', placeOf(one), { policy: one.name })
    for (const answer of answers) {
      if (answer.layer !== layer || answer.target !== target || answer.met !== MAYBE) continue
      for (const miss of answer.misses)
        if (miss.element === 'Condition' && !named.has(miss.key)) {
          named.add(miss.key)
          addGap(walk, 'CONDITION_KEY_NOT_KNOWN', placeOfAnswer(judged, these, answer), { key: miss.key })
        }
    }
  }
  if (walk.told.gaps.length > before) return
  if (judged.doubt) {
    addGap(walk, 'POLICY_NOT_CLEAR', judged.doubt.at, { message: judged.doubt.message })
    return
  }
  const open = answers.find((one) => one.met === MAYBE)
  const message = open
    ? `whether statement ${open.statement} of ${open.policy} means this call`
    : 'which account owns what the call is about'
  const place = open ? placeOfAnswer(judged, policiesOf(policies, open.layer, open.target), open) : null
  addGap(walk, 'POLICY_NOT_CLEAR', place, { message })
}
