import { parse } from 'yaml'
import type { SourceFile } from './unpack.ts'

/** A file with what its JSON or YAML says; `problem` is why it says nothing. */
export interface ParsedFile extends SourceFile {
  readonly value: unknown
  readonly problem: string | null
}

/** Reads a text as JSON, as JSON a line, or as YAML: once, whoever asks for what is in it. */
export function parseFile({ path, text }: SourceFile): ParsedFile {
  const nothing = (problem: string): ParsedFile => ({ path, text, value: null, problem })
  if (text.trim() === '') return nothing('The file is empty')
  try {
    return { path, text, value: JSON.parse(text), problem: null }
  } catch (error) {
    const value = /^\s*[{[]/.test(text) ? parseLines(text) : parseYaml(text)
    return value === null
      ? nothing(`The file is no JSON, or was cut off: ${(error as Error).message.slice(0, 120)}`)
      : { path, text, value, problem: null }
  }
}

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

/** As `--output yaml` prints it: members or a list. A plain text is YAML too, and says nothing; null for that, and for what is none. */
function parseYaml(text: string): object | null {
  if (text.length > MOST_YAML || !/^(?:---|#|- |[\w"'-]+:)/m.test(text)) return null
  try {
    const value: unknown = parse(text, { logLevel: 'silent' })
    return typeof value === 'object' ? value : null
  } catch {
    // what the JSON parser said of it is told
    return null
  }
}
