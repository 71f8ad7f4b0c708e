import type { ApiCall } from '../../../model/design.ts'
import type { Construct, ConstructId } from '../../../model/kinds/registry.ts'
import { answerCall, type CallAnswer } from '../../../policy/layers/answerCall.ts'
import { readPrincipal } from '../../../policy/principal.ts'
import type { IdentityNet } from '../../../topology/access/accessNet.ts'
import { accessOf } from '../../../topology/access/accessOf.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Topology } from '../../../topology/topology.ts'
import { policiesOf } from '../authorizeAsked.ts'
import { placeOfStatement } from '../gatherPolicies.ts'
import { givenKeys } from '../givenKeys.ts'
import type { Judged } from '../judged.ts'
import { whoCalls } from '../whoCalls.ts'
import { companionsOf } from './companionsOf.ts'
import { groundOf } from './ground.ts'
import { judgeQuestion } from './judgeQuestion.ts'
import { isMade } from './questionsAbout.ts'
import { questionsOf } from './questionsOf.ts'

/** One of the resources that making something is about, and what the policies say of it. */
export interface CreationAnswer extends CallAnswer {
  readonly action: string
  /** Such as `subnet`. */
  readonly type: string
  /** What it is about; null = it is the new thing, or not drawn. */
  readonly construct: ConstructId | null
  readonly resource: string
  /** Why it cannot be told, beside keys; null = keys alone, or it can be told. */
  readonly doubt: string | null
  /** Where the first statement that decides stands; null = none does, or it stands nowhere in the design. */
  readonly at: Origin | null
}

/** Whether somebody may make what is drawn. */
export interface Creation {
  readonly construct: ConstructId
  /** Allowed where every resource is, denied where one is. */
  readonly verdict: CallAnswer['verdict']
  readonly answers: readonly CreationAnswer[]
  /** Why nobody can ask; null = asked. */
  readonly problem: string | null
}

/** A role or user of the design by its construct’s id, its ARN, or a name that no other has; a text says why there is none. */
export function findIdentity(topology: Topology, named: string): IdentityNet | string {
  const { identities } = accessOf(topology)
  const exact = identities.find(({ id, arn }) => id === named || arn === named)
  if (exact) return exact
  const called = identities.filter(({ id, name }) => name === named || topology.design.constructs[id]?.name === named)
  if (called.length > 1) return `${called.length} roles and users are called “${named}”: name one by its id or ARN`
  return called[0] ?? `no role and no user of the design is called “${named}”`
}

/**
 * Whether a role or user may make an endpoint or an endpoint service as it is drawn: every resource of every call that it takes must be allowed. How the call
 * comes, and with which tags, nobody said unless `context` does. Source: PrivateLink guide, identity-based policy examples.
 */
export function mayCreate(
  topology: Topology,
  { arn }: Pick<IdentityNet, 'arn'>,
  construct: Construct,
  context: ApiCall['context'] = {},
): Creation {
  const access = accessOf(topology)
  const given = givenKeys(context)
  const keys = Object.keys(given).map((key) => key.toLowerCase())
  const tagged = keys.filter((key) => key.startsWith('aws:requesttag/'))
  const tagsNotSaid = tagged.length === 0 && !keys.includes('aws:tagkeys')
  const ground = groundOf(topology, access, undefined, tagsNotSaid)
  const caller = readPrincipal(arn) && whoCalls(access, undefined, arn)
  const nothing = (problem: string): Creation => ({
    construct: construct.id,
    verdict: 'cannot-tell',
    answers: [],
    problem,
  })
  if (caller === null || typeof caller === 'string') return nothing(caller ?? `“${arn}” is no principal`)
  if (!isMade(construct)) return nothing('it is neither an endpoint nor an endpoint service')
  const main = construct.kind === 'endpoint-service' ? 'CreateVpcEndpointServiceConfiguration' : 'CreateVpcEndpoint'
  const own = questionsOf(ground, `ec2:${main}`, construct)
  if (own === null) return nothing('it lies in no Region and account of the design')
  const questions = [...own, ...companionsOf(ground, construct, main, tagged.length > 0)]
  const withTags = tagged.length > 0 && !keys.includes('aws:tagkeys') ? { 'aws:TagKeys': tagKeysOf(given) } : {}
  const base = { topology, access, caller, path: null, given: { ...given, ...withTags }, session: undefined }
  const answers = questions.map((question): CreationAnswer => {
    const judged = judgeQuestion(base, question)
    const answer = answerCall(judged.authorization, judged.answers())
    const { action, type } = question
    const doubt = judged.doubt ? judged.doubt.message : unreadIn(judged)
    const resource = judged.asked.found.arn
    return {
      ...answer,
      action,
      type,
      construct: question.construct,
      resource,
      doubt: answer.verdict === 'cannot-tell' ? doubt : null,
      at: placeOfAnswer(judged),
    }
  })
  const has = (verdict: CallAnswer['verdict']) => answers.some((one) => one.verdict === verdict)
  const verdict = has('denied') ? 'denied' : has('cannot-tell') ? 'cannot-tell' : 'allowed'
  return { construct: construct.id, verdict, answers, problem: null }
}

/** The names of the tags that the request says, as it writes them. */
const tagKeysOf = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(given).flatMap((key) => /^aws:requesttag\/(.+)$/i.exec(key)?.[1] ?? [])

/** The policy that nobody has read. */
function unreadIn({ policies }: Judged): string | null {
  const { identity, boundary, scps, rcps } = policies
  const all = [...identity, ...(boundary ? [boundary] : []), ...[...scps, ...rcps].flatMap((level) => level.policies)]
  const unread = all.find(({ document }) => document === null)
  return unread ? `what stands in the policy ${unread.name}` : null
}

function placeOfAnswer({ authorization, answers, policies }: Judged): Origin | null {
  const effect = authorization.why === 'explicit-deny' ? 'Deny' : 'Allow'
  const deciding = answers().find((one) => one.effect === effect && one.met === 2)
  if (!deciding) return null
  const policy = policiesOf(policies, deciding.layer, deciding.target).find(({ name }) => name === deciding.policy)
  return policy ? placeOfStatement(policy, deciding.statement) : null
}
