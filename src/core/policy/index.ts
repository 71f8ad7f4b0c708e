export { evaluateCase } from './cases/evaluateCase.ts'
export type { Condition } from './conditions/compileCondition.ts'
export { type CallFacts, deriveKeys } from './deriveKeys.ts'
export type { PolicyDocument, PolicyKind, Statement } from './document.ts'
export { KIND_OF_USE } from './kindOfUse.ts'
export { type Context, type ContextValue, SOME_VALUE, UNKNOWN } from './language/context.ts'
export { answerCall, type CallAnswer } from './layers/answerCall.ts'
export type { LevelAnswer } from './layers/askLevel.ts'
export { type Authorization, authorize, type ResourceFacts } from './layers/authorize.ts'
export { explainAuthorization, type StatementAnswer } from './layers/explainAuthorization.ts'
export { isPublic } from './layers/isPublic.ts'
export {
  type CompiledPolicies,
  compilePolicies,
  LAYERS,
  type LayerName,
  type NamedPolicy,
  type Policies,
  type PolicyLevel,
} from './layers/policies.ts'
export { accountOf, type Principal, readPrincipal } from './principal.ts'
export type { PolicyProblem } from './read/json.ts'
export { rangeOf, type TextRange } from './read/rangeOf.ts'
export { type PolicyResult, readPolicy } from './read/readPolicy.ts'
export type { Call } from './statement/call.ts'
