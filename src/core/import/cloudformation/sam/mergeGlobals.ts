import { isSection, type Section } from '../template/section.ts'

/** What holds for all, and what one says itself: its own counts, objects are merged, lists go on each other. Source: AWS SAM Developer Guide, Globals section. */
export function mergeGlobals(all: unknown, own: unknown): unknown {
  if (own === undefined) return all
  if (Array.isArray(all) && Array.isArray(own)) return [...all, ...own]
  if (!isPlain(all) || !isPlain(own)) return own
  const names = new Set([...Object.keys(all), ...Object.keys(own)])
  return Object.fromEntries([...names].map((name) => [name, mergeGlobals(all[name], own[name])]))
}

/** An object that is no function of CloudFormation. */
const isPlain = (value: unknown): value is Section =>
  isSection(value) && !Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::'))
