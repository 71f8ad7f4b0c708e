import type { ApiCall } from '../core/model/index.ts'

const MOST_LETTERS = 2048

/** The call that a draft says, its members in the order of a file, or a sentence about what is wrong with it. */
export function readCall({ action, resource, principal, session, context }: ApiCall): ApiCall | string {
  if (!/^[A-Za-z0-9-]{1,63}:[A-Za-z0-9_-]{1,128}$/.test(action))
    return action === ''
      ? 'Type what is called, such as s3:GetObject, or ask without the call.'
      : `“${action}” is no action: write the service and what it does, such as s3:GetObject.`
  if (resource.length > MOST_LETTERS || (principal ?? '').length > MOST_LETTERS)
    return `An ARN has at most ${MOST_LETTERS} characters.`
  return {
    action,
    resource: resource === '' ? '*' : resource,
    ...(principal ? { principal } : {}),
    ...(session && session.length > 0 ? { session } : {}),
    context,
  }
}
