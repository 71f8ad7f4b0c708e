import type { Template } from '../template/readTemplate.ts'
import { asSection } from '../template/section.ts'

/** A member of `Metadata.Hopwise`; whether a name is written in capitals, small letters or with dashes is all the same. */
export function hopwiseOf(template: Template, ...names: readonly string[]): unknown {
  const found = Object.entries(template.metadata).find(([name]) => spelled(name) === 'hopwise')
  const wanted = names.map(spelled)
  return Object.entries(asSection(found?.[1])).find(([name]) => wanted.includes(spelled(name)))?.[1]
}

const spelled = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
