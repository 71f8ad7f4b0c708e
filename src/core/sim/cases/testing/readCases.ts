import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyEdits, type Construct, type Design, FORMAT, parseDesignValue, VERSION } from '../../../model/index.ts'
import { type CaseFile, parseCase } from './caseFile.ts'

/** The folder in which the golden cases lie. */
export const CASES = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every golden case by its path below the folder, `dns/….json`. */
export function readCases(): ReadonlyMap<string, CaseFile> {
  const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  return new Map(files.sort().map((file) => [file, parseCase(readFileSync(join(CASES, file), 'utf8'), file)]))
}

/** The design of a case: its own, or its base's with the edits applied. Format, version and title need not be written. */
export function designOfCase(cases: ReadonlyMap<string, CaseFile>, file: string, seen: readonly string[] = []): Design {
  const one = cases.get(file)
  if (!one) throw new Error(`there is no case ${file}`)
  if (seen.includes(file)) throw new Error(`${file} is its own base`)
  if (one.base === undefined)
    return parseOrThrow({ format: FORMAT, version: VERSION, title: one.name, ...(one.design as object) }, file)
  const { design } = applyEdits(designOfCase(cases, one.base, [...seen, file]), one.edits ?? [])
  // once more through the parser: what an edit brings in may leave out defaults, as in a file
  const constructs: readonly Construct[] = Object.values(design.constructs)
  return parseOrThrow({ ...design, title: one.name, constructs }, file)
}

function parseOrThrow(value: unknown, file: string): Design {
  const result = parseDesignValue(value)
  if (!result.ok)
    throw new Error(`${file}: ${result.problems.map((problem) => `${problem.path}: ${problem.message}`).join('; ')}`)
  return result.design
}
