import { type Fields, isFields } from '../../fields.ts'
import type { ParsedFile } from '../../parseFile.ts'
import { linesOfJson } from './linesOfJson.ts'

/** A section of a template: what it names, as it is written there. */
export type Section = Readonly<Record<string, unknown>>

/** A template as it is written, with its short forms written out. */
export interface Template {
  readonly file: string
  readonly parameters: Section
  readonly mappings: Section
  readonly conditions: Section
  readonly resources: Section
  readonly outputs: Section
  readonly globals: Section
  readonly metadata: Section
  readonly transforms: readonly unknown[]
  /** The line of what a section names, as `Resources/Vpc`. */
  readonly lines: ReadonlyMap<string, number>
  /** Sections that are not what they have to be. */
  readonly wrong: readonly string[]
}

/** The sections of a file that is a template. */
export function readTemplate({ path, text, value, lines }: ParsedFile): Template {
  const sections: Section = isFields(value) ? (value as Section) : {}
  const wrong = NAMED.filter((name) => {
    const section = sections[name]
    return section !== undefined && section !== null && !isFields(section)
  })
  const section = (name: string): Section => (isFields(sections[name]) ? (sections[name] as Fields as Section) : {})
  const { Transform } = sections
  return {
    file: path,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: section('Resources'),
    outputs: section('Outputs'),
    globals: section('Globals'),
    metadata: section('Metadata'),
    transforms: Array.isArray(Transform) ? Transform : Transform === undefined ? [] : [Transform],
    lines: lines ?? linesOfJson(text),
    wrong,
  }
}

const NAMED = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'Globals', 'Metadata']

/** A member of a section; names such as `constructor` are nothing special. */
export const memberOf = (section: Section, name: string): unknown =>
  Object.hasOwn(section, name) ? section[name] : undefined
