import type { Evaluated, StackResource } from '../stack.ts'
import { allOf, naming, onceForAll } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { isUnknown, listOf, policyText, textOf } from './values.ts'

/** A policy as a design keeps it; null where there is none. One of which nothing is known is a text that says so. */
export function documentText(value: Evaluated | undefined): string | null {
  if (isUnknown(value)) return `not known: ${value.unknown}`
  return policyText(value) ?? null
}

/** Where a type of resource says the policy of another: the type, the member that names that one, the member with the policy, and a name that the member may use beside what `Ref` gives. */
export type PolicyMaker = readonly [type: string, names: string, policy: string, called?: string]

/** The policy that other resources attach to one; of several the last counts, as each takes the place of the one before. */
export function policyOn(
  putting: Putting,
  { id, properties }: StackResource,
  ...makers: readonly PolicyMaker[]
): string | null {
  const found = makers.flatMap(([type, names, policy, called]) => {
    const name = called === undefined ? null : textOf(properties[called])
    return [id, ...(name === null ? [] : [name])]
      .flatMap((one) => naming(putting, type, names, one))
      .flatMap((one) => documentText(one.properties[policy]) ?? [])
  })
  return found.at(-1) ?? makers.map(([type, names]) => whoseNobodyKnows(putting, type, names)).find(Boolean) ?? null
}

/** Where a policy is on something of which nobody knows what it is, it may be on anything: a text that says so. */
export function whoseNobodyKnows(putting: Putting, type: string, member: string): string | null {
  const open = onceForAll(
    putting,
    `whose ${type} ${member}`,
    () =>
      allOf(putting, type).find(({ properties: { [member]: named } }) => [named, ...listOf(named)].some(isUnknown)) ??
      null,
  )
  return open ? `not known: what ${open.id} is attached to` : null
}
