import type { Resolution } from '../resolveDestination.ts'

/** The name of a request, and those that it turned out to stand for, in the order in which they were asked for. */
export function askedNames({ name, lookup }: Pick<Resolution, 'name' | 'lookup'>): readonly string[] {
  if (name === null) return []
  const said = lookup?.events.flatMap((event) => (event.kind === 'said' ? event.step.detail.name : [])) ?? []
  return [...new Set([name, ...said])]
}
