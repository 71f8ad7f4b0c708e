import type { Principals } from './document.ts'

/** Whether everybody in every account is named. Source: IAM guide, JSON policy elements, Principal: `"*"` and `{"AWS": "*"}` are the same. */
export const namesEverybody = (principals: Principals): boolean =>
  principals === '*' || (principals.AWS?.includes('*') ?? false)
