import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** AWS does not know a role or a user everywhere as soon as it is made: a policy that names one is refused with that code for a while. */
export const waitsForRole = (part: Part, stack: StackPlan, code: string): { readonly retryOn?: string } =>
  part.needs.some((key) => isIdentity(stack.byKey.get(key)?.name) || stack.imports.has(key)) ? { retryOn: code } : {}

const isIdentity = (name: Part['name'] | undefined): boolean => name === 'role' || name === 'user'
