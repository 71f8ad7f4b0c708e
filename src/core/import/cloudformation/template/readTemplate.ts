import type { ParsedFile } from '../../parseFile.ts'
import { linesOfJson } from './linesOfJson.ts'
import { asSection, isSection, type Section } from './section.ts'

/** A template as it is written, with its short forms written out. */
export interface Template {
  readonly file: string
  readonly parameters: Section
  readonly mappings: Section
  readonly rules: Section
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
  const sections = asSection(value)
  const wrong = NAMED.filter((name) => {
    const section = sections[name]
    return section !== undefined && section !== null && !isSection(section)
  })
  const section = (name: string): Section => asSection(sections[name])
  const { Transform } = sections
  return {
    file: path,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    rules: section('Rules'),
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

const NAMED = ['Parameters', 'Mappings', 'Rules', 'Conditions', 'Resources', 'Outputs', 'Globals', 'Metadata']
