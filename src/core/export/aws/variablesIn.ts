import { sortedBy } from '../../base/order.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { accountVariable, type Variable } from '../plan/variables.ts'
import { settingsOf } from './settings.ts'
import { ownTags } from './tags.ts'
import { ENVIRONMENT, isLater, isList, type Later, regionCalled, type Value } from './value.ts'
import { isVarying, variableFor } from './variableFor.ts'

const known = new WeakMap<StackPlan, readonly Variable[]>()

/** What of a stack differs between environments, sorted by name: what its settings and tags hold, its Region and its account. */
export function variablesIn(stack: StackPlan): readonly Variable[] {
  const found = known.get(stack) ?? findVariables(stack)
  known.set(stack, found)
  return found
}

function findVariables(stack: StackPlan): readonly Variable[] {
  const found = new Map<string, Variable>()
  const note = (variable: Variable | null): void => {
    if (variable) found.set(variable.name, variable)
  }
  note(variableFor(stack, regionCalled(stack.regionCode)))
  note(accountVariable(stack.drawn, stack.accountId))
  if (/\{env\}/.test(stack.naming.pattern)) note(variableFor(stack, ENVIRONMENT))
  const values = [...ownTags(stack.naming).map(([, value]) => value), ...stack.parts.map((part) => settingsOf(part))]
  for (const later of values.flatMap(latersOf)) if (isVarying(later)) note(variableFor(stack, later))
  for (const part of stack.parts)
    if (part.name === 'peering-role') note(accountVariable(stack.drawn, part.requesterAccount))
  return sortedBy(found.values(), ({ name }) => name)
}

/** The same of several stacks, each once. */
export const variablesOf = (stacks: readonly StackPlan[]): readonly Variable[] =>
  sortedBy(new Map(stacks.flatMap(variablesIn).map((one) => [one.name, one])).values(), ({ name }) => name)

function latersOf(value: Value | undefined): readonly Later[] {
  if (typeof value !== 'object') return []
  if (isLater(value)) return value.later === 'joined' ? value.pieces.flatMap(latersOf) : [value]
  return (isList(value) ? value : Object.values(value)).flatMap(latersOf)
}
