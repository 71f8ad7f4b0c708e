import { parse } from 'yaml'
import { scanJson } from '../base/scanJson.ts'
import { isTemplateText } from './cloudformation/template/isTemplate.ts'
import { MOST_TEMPLATE, parseTemplateYaml, TEMPLATE_TOO_LARGE } from './cloudformation/template/parseTemplateYaml.ts'
import { plain } from './fields.ts'
import type { SourceFile } from './unpack.ts'

/** A file with what its JSON or YAML says; `problem` is why it says nothing. */
export interface ParsedFile {
  readonly path: string
  readonly text: string
  /** As in `SourceFile`. */
  readonly original?: string | null
  readonly value: unknown
  readonly problem: string | null
  readonly remarks: readonly string[]
  /** Of a template in YAML: the lines of what its sections name, as `Resources/Vpc`. */
  readonly lines?: ReadonlyMap<string, number>
}

/** Reads a text as JSON, as JSON a line, or as YAML: once, whoever asks for what is in it. */
export function parseFile({ problem, remarks = [], ...file }: SourceFile): ParsedFile {
  const parsed = problem === undefined ? parseText(file.text) : problem
  return typeof parsed === 'string'
    ? { ...file, value: null, problem: parsed, remarks }
    : { ...file, problem: null, ...parsed, remarks: [...remarks, ...parsed.remarks] }
}

interface Parsed {
  readonly value: unknown
  readonly remarks: readonly string[]
  readonly lines?: ReadonlyMap<string, number>
}

/** What a text says, or a sentence that says why it says nothing. */
function parseText(text: string): Parsed | string {
  if (text.trim() === '') return 'The file is empty'
  if (!/^\s*[{[]/.test(text) && isTemplateText(text)) return parseTemplate(text)
  const scan = scanJson(text)
  if (scan.depth > DEEPEST_JSON) return `The file is nested more than ${DEEPEST_JSON} levels deep`
  const remarks = scan.repeated.map(
    ({ key, line }) => `Line ${line}: the key “${plain(key, 60)}” stands twice in one object; what stands last counts`,
  )
  try {
    return { value: JSON.parse(text), remarks }
  } catch (error) {
    const value = /^\s*[{[]/.test(text) ? parseLines(text) : parseYaml(text)
    return value === null
      ? `The file is no JSON, or was cut off: ${(error as Error).message.slice(0, 120)}`
      : { value, remarks }
  }
}

/** Deeper than anything that AWS prints, and shallow enough for whoever walks it. */
export const DEEPEST_JSON = 200

/** One JSON value a line; null where a line is none. */
function parseLines(text: string): readonly unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  try {
    return lines.map((line): unknown => JSON.parse(line))
  } catch {
    // what the JSON parser said of the whole text is told
    return null
  }
}

/** YAML takes a second for a few megabytes. */
const MOST_YAML = 16 * 1024 * 1024

function parseTemplate(text: string): Parsed | string {
  if (text.length > MOST_TEMPLATE) return TEMPLATE_TOO_LARGE
  if (isDeepYaml(text)) return `The template is nested more than ${DEEPEST_JSON} levels deep`
  return parseTemplateYaml(text)
}

/** As `--output yaml` prints it: members or a list. A plain text is YAML too, and says nothing; null for that, and for what is none. */
function parseYaml(text: string): object | null {
  if (text.length > MOST_YAML || !/^(?:---|#|- |[\w"'-]+:)/m.test(text) || isDeepYaml(text)) return null
  try {
    const value: unknown = parse(text, { logLevel: 'silent' })
    return typeof value === 'object' ? value : null
  } catch {
    // what the JSON parser said of it is told
    return null
  }
}

/** Whether brackets, or what a line begins with, may open too many levels: the parser would overflow its stack, which some engines do not survive. */
function isDeepYaml(text: string): boolean {
  let depth = 0
  for (const letter of text)
    if (letter === '[' || letter === '{') {
      if (++depth > DEEPEST_JSON) return true
    } else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1)
  return text.split('\n').some((line) => /^(?:[ \t?:-]|[&!]\S+ )*/.exec(line)![0].length > DEEPEST_JSON)
}
