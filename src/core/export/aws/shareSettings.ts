import type { PartKey } from '../plan/part.ts'
import { accountNumbered, arnOf } from './value.ts'

/** A share by AWS RAM. */
export const shareSettings = (shared: PartKey, accounts: readonly string[], allowExternalPrincipals: boolean) => ({
  resourceArns: [arnOf(shared)],
  principals: accounts.map(accountNumbered),
  allowExternalPrincipals,
})
