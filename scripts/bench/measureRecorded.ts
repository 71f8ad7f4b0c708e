import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFolder } from '../../src/cli/readGiven.ts'
import type { Catalogue } from '../../src/core/aws/index.ts'
import { importFiles } from '../../src/core/import/index.ts'
import { decide } from '../../src/core/sim/index.ts'
import { compileTopology } from '../../src/core/topology/index.ts'
import { readCases, requestOf } from '../testLabsCases.ts'

export interface RecordedFigures {
  readonly constructs: number
  readonly probes: number
  readonly importMs: number
  readonly compileMs: number
  readonly answerMs: number
}

/** Times one recorded network once, cold: from its describe output to the answers of all its core probes. null where the folder is not there. */
export async function measureRecorded(folder: string, catalogue: Catalogue): Promise<RecordedFigures | null> {
  if (!existsSync(join(folder, 'cases.jsonl'))) return null
  const files = await readFolder(join(folder, 'aws_configs'))
  const requests = readCases(readFileSync(join(folder, 'cases.jsonl'), 'utf8'))
    .filter((one) => one.core)
    .map(requestOf)
  const start = performance.now()
  const opened = importFiles(files)
  if (!opened.ok) throw new Error(`${folder}: ${opened.refusal}`)
  const { design } = opened
  const imported = performance.now()
  const topology = compileTopology(design, catalogue)
  const compiled = performance.now()
  for (const request of requests) decide(topology, request)
  return {
    constructs: Object.keys(design.constructs).length,
    probes: requests.length,
    importMs: imported - start,
    compileMs: compiled - imported,
    answerMs: performance.now() - compiled,
  }
}
