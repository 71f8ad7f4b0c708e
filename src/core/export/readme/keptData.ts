import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** What may hold data, or opens some, as people call it. */
const KEPT: readonly (readonly [name: PartName, words: string])[] = [
  ['bucket', 'buckets'],
  ['table', 'tables'],
  ['queue', 'queues'],
  ['repository', 'repositories'],
  ['secret', 'secrets'],
  ['key', 'keys'],
]

/** What of the stacks is kept when all else is deleted: `Buckets and tables`; null where there is nothing of it. */
export function keptData(stacks: readonly StackPlan[]): string | null {
  const names = new Set(stacks.flatMap(({ parts }) => parts.map(({ name }) => name)))
  const found = KEPT.filter(([name]) => names.has(name))
  if (found.length === 0) return null
  // Those two are said together whichever is there
  const words = KEPT.filter(([name], index) => index < 2 || names.has(name)).map(([, one]) => one)
  const text = `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What AWS does with those that are deleted. */
export function deletedData(stacks: readonly StackPlan[]): string {
  const names = new Set(stacks.flatMap(({ parts }) => parts.map(({ name }) => name)))
  const refused = [
    ...(names.has('bucket') || !names.has('repository') ? ['a bucket'] : []),
    ...(names.has('repository') ? ['a repository'] : []),
  ].join(' or ')
  const later = [...(names.has('secret') ? ['secrets'] : []), ...(names.has('key') ? ['keys'] : [])].join(' and ')
  return `AWS refuses to delete ${refused} that is not empty${later === '' ? '' : `, and deletes ${later} after seven days`}`
}
