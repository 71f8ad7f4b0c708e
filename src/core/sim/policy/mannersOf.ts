import type { ApiAccess } from '../../topology/access/accessNet.ts'

/** How API Gateway lets somebody in. */
export interface Manner {
  /** It does not look at who signed the call. */
  readonly anonymous: boolean
  /** What an API without a resource policy does, where that is a rule of its own. */
  readonly withoutPolicy?: 'open' | 'closed'
  /** An authoriser has a say, of which nobody knows: beside the policy, or in the place of an Allow that is missing there. */
  readonly authoriser: 'none' | 'beside' | 'instead'
}

const INVOKE = 'execute-api:invoke'

/**
 * How an API is asked: with no authorisation its resource policy alone has to allow, if there is one; with IAM it is as everywhere; a private API without
 * a policy lets in nobody. Sources: API Gateway guide, how resource policies affect authorization workflow; private REST APIs. Null: it is no call of an API.
 */
export function mannersOf(api: ApiAccess, action: string, isSigned: boolean): readonly Manner[] | null {
  if (action.toLowerCase() !== INVOKE) return null
  const { isPrivate, authorizationType } = api
  const none: Manner = { anonymous: true, withoutPolicy: isPrivate ? 'closed' : 'open', authoriser: 'none' }
  const iam: Manner = { anonymous: false, ...(isPrivate && { withoutPolicy: 'closed' }), authoriser: 'none' }
  if (authorizationType === 'NONE') return [none]
  if (authorizationType === 'AWS_IAM') return [iam]
  if (authorizationType === 'CUSTOM') return [{ ...none, authoriser: 'instead' }]
  if (authorizationType === 'COGNITO_USER_POOLS') return [{ ...none, authoriser: 'beside' }]
  // whoever signs a call takes it to be asked for
  return isSigned ? [iam, none] : [none, iam]
}
