import type { Evaluated, StackResource } from '../stack.ts'
import { naming } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { isUnknown, policyText } from './values.ts'

/** A policy as a design keeps it; null where there is none. One of which nothing is known is a text that says so. */
export function documentText(value: Evaluated | undefined): string | null {
  if (isUnknown(value)) return `not known: ${value.unknown}`
  return policyText(value) ?? null
}

/** Where a type of resource says the policy of another: the type, the member that names that one, the member with the policy. */
export type PolicyMaker = readonly [type: string, names: string, policy: string]

/** The policy that other resources attach to one; of several the last counts, as each takes the place of the one before. */
export function policyOn(putting: Putting, { id }: StackResource, ...makers: readonly PolicyMaker[]): string | null {
  const found = makers.flatMap(([type, names, policy]) =>
    naming(putting, type, names, id).flatMap(({ properties }) => documentText(properties[policy]) ?? []),
  )
  return found.at(-1) ?? null
}
