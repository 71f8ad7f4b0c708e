import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../src/core/aws/index.ts'
import { planExport } from '../../src/core/export/plan/planExport.ts'
import { allExamples } from '../../src/core/export/testing/allExamples.ts'
import { importFiles } from '../../src/core/import/index.ts'
import type { AccessRequest, Design } from '../../src/core/model/index.ts'
import { decide } from '../../src/core/sim/index.ts'
import { compileTopology } from '../../src/core/topology/index.ts'
import { requestsOf } from '../moto/sameAnswers.ts'
import { nameDrawn } from './nameDrawn.ts'
import { shownOf } from './shownOf.ts'

const catalogue = await loadCatalogue()

interface Compared {
  /** Requests whose answer on what was drawn is certain. */
  readonly asked: number
  /** Of these the ones that the import leaves open. */
  readonly open: readonly string[]
  /** Both answers are certain, and not the same. */
  readonly contradictions: readonly string[]
}

/** There and back: what Terraform would print of the export of a design, imported, and the same requests asked of both. */
function goAndReturn(drawn: Design, isApplied: boolean): Compared {
  const { stacks } = planExport(drawn, catalogue, new Set())
  // of several modules one is planned when the others are there
  const files = shownOf(stacks, (stack) => isApplied || stack !== stacks.at(-1))
  const imported = importFiles(
    files.map(({ path, document }) => ({ path, bytes: new TextEncoder().encode(JSON.stringify(document)) })),
    { catalogue },
  )
  if (!imported.ok) throw new Error(String(imported.refusal))
  const { design, missing } = nameDrawn(drawn, imported.design, files)
  const [before, after] = [compileTopology(drawn, catalogue), compileTopology(design, catalogue)]
  // what no export makes cannot come back
  const lost = JSON.stringify(missing.map((id) => drawn.constructs[id]))
  const isOfMissing = ({ from, to }: AccessRequest) => [from, to].some((one) => lost.includes(JSON.stringify(one)))
  const requests = requestsOf(drawn).filter((request, index) => index % 3 === 0 && !isOfMissing(request))
  const open: string[] = []
  const contradictions: string[] = []
  let asked = 0
  for (const request of requests) {
    const [was, is] = [decide(before, request), decide(after, request)]
    if (was.kind === 'cannot-tell') continue
    asked++
    const [drawnWords, importedWords] = [was, is].map(({ kind, symptom }) => `${kind} ${symptom ?? ''}`)
    const words = `${request.from} to ${request.to}, ${request.protocol} ${request.port}: ${drawnWords}; imported ${importedWords}`
    if (is.kind === 'cannot-tell') open.push(`${words} ${is.code} ${is.decidedBy?.construct}`)
    else if (drawnWords !== importedWords) contradictions.push(words)
  }
  return { asked, open, contradictions }
}

/** How many in a hundred answers may be left open; of all others none. */
const MOST_OPEN: Readonly<Record<string, { readonly state?: number; readonly plan?: number }>> = {
  // Amazon’s IPv6 blocks, and so the rules that name them
  everything: { plan: 5 },
  // a state names the VPC of an account that is only planned by the id that it will have
  twoAccounts: { plan: 12 },
}

describe.each([
  ['state', true],
  ['plan', false],
] as const)('a design, exported and shown as a %s, imported again', (kind, isApplied) => {
  test.each(allExamples)('%s', (name, make) => {
    const { asked, open, contradictions } = goAndReturn(make(), isApplied)
    expect(contradictions).toEqual([])
    expect(asked).toBeGreaterThan(0)
    const most = ((MOST_OPEN[name]?.[kind] ?? 0) / 100) * asked
    expect(open.length <= most ? [] : open).toEqual([])
  })
})
