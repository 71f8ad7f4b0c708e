import type { PolicyUse } from '../model/kinds/policyUse.ts'
import type { PolicyKind } from './document.ts'

/** The grammar of a policy, by what it is attached to. */
export const KIND_OF_USE: Readonly<Record<PolicyUse, PolicyKind>> = {
  identity: 'identity',
  boundary: 'identity',
  session: 'identity',
  trust: 'trust',
  resource: 'resource',
  endpoint: 'endpoint',
  scp: 'control',
  rcp: 'control',
}
