import type { Problem } from '../../model/parse/problem.ts'
import { deriveKeys } from '../deriveKeys.ts'
import { answerCall, type CallAnswer } from '../layers/answerCall.ts'
import { authorize } from '../layers/authorize.ts'
import { explainAuthorization } from '../layers/explainAuthorization.ts'
import { isPublic } from '../layers/isPublic.ts'
import { compilePolicies } from '../layers/policies.ts'
import { readCase } from './readCase.ts'

/** Answers a case: policies, and a call that they are asked about. */
export function evaluateCase(
  value: unknown,
): { readonly ok: true; readonly answer: CallAnswer } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = readCase(value)
  if (!read.ok) return read
  const { facts, policies, action, context, restrictPublicBuckets, lists, withoutPolicy } = read.given
  const compiled = compilePolicies(policies)
  const call = {
    action: action.toLowerCase(),
    resource: facts.resource,
    principal: facts.principal,
    bounded: policies.boundary !== null,
    context: deriveKeys(facts, context),
  }
  const closedToPublic =
    restrictPublicBuckets && policies.resource?.document != null && isPublic(policies.resource.document)
  const authorization = authorize(compiled, call, {
    account: facts.resourceAccount,
    closedToPublic,
    lists,
    ...(withoutPolicy && { withoutPolicy }),
  })
  return { ok: true, answer: answerCall(authorization, explainAuthorization(compiled, call)) }
}
