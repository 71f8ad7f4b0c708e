import type { Catalogue } from '../../src/core/aws/index.ts'
import { planExport } from '../../src/core/export/plan/planExport.ts'
import { importFiles } from '../../src/core/import/index.ts'
import type { AccessRequest, Design } from '../../src/core/model/index.ts'
import { decide } from '../../src/core/sim/index.ts'
import { compileTopology } from '../../src/core/topology/index.ts'
import { requestsOf } from '../moto/sameAnswers.ts'
import { nameDrawn } from './nameDrawn.ts'
import { shownOf } from './shownOf.ts'

/** How the answers on what came back are like those on what was drawn. */
export interface Compared {
  /** Requests whose answer on what was drawn is certain. */
  readonly asked: number
  /** Of these the ones that the import leaves open. */
  readonly open: readonly string[]
  /** Both answers are certain, and not the same. */
  readonly contradictions: readonly string[]
}

export interface Trip {
  readonly kind: 'plan' | 'state'
  /** Every how many-th request is asked. */
  readonly step: number
  /** A type of Terraform's that gets lost on the way. */
  readonly without?: string
}

/** There and back: what Terraform would print of the export of a design, imported, and the same requests asked of both. */
export function goAndReturn(drawn: Design, catalogue: Catalogue, { kind, step, without }: Trip): Compared {
  const { stacks } = planExport(drawn, catalogue, new Set())
  // of several modules one is planned when the others are there
  const files = shownOf(stacks, (stack) => kind === 'state' || stack !== stacks.at(-1))
  const leavingOut = (_key: string, value: unknown): unknown =>
    Array.isArray(value) ? value.filter((one) => without === undefined || one?.type !== without) : value
  const imported = importFiles(
    files.map(({ path, document }) => ({
      path,
      bytes: new TextEncoder().encode(JSON.stringify(document, leavingOut)),
    })),
    { catalogue },
  )
  if (!imported.ok) throw new Error(String(imported.refusal))
  const { design, missing } = nameDrawn(drawn, imported.design, files)
  const [before, after] = [compileTopology(drawn, catalogue), compileTopology(design, catalogue)]
  // what no export makes cannot come back
  const lost = JSON.stringify(missing.map((id) => drawn.constructs[id]))
  const isOfMissing = ({ from, to }: AccessRequest) => [from, to].some((one) => lost.includes(JSON.stringify(one)))
  // addresses of examples stand for others where something names them, which an ACL that is left out does not
  const isOfExamples = ({ to }: AccessRequest) => /^(?:198\.51\.100|203\.0\.113)\./.test(to)
  const requests = requestsOf(drawn).filter(
    (request, index) => index % step === 0 && !isOfMissing(request) && !isOfExamples(request),
  )
  const open: string[] = []
  const contradictions: string[] = []
  let asked = 0
  for (const request of requests) {
    const [was, is] = [decide(before, request), decide(after, request)]
    if (was.kind === 'cannot-tell') continue
    asked++
    const [drawnWords, importedWords] = [was, is].map(({ kind: verdict, symptom }) => `${verdict} ${symptom ?? ''}`)
    const words = `${request.from} to ${request.to}, ${request.protocol} ${request.port}: ${drawnWords}; imported ${importedWords}`
    if (is.kind === 'cannot-tell') open.push(`${words} ${is.code} ${is.decidedBy?.construct}`)
    else if (drawnWords !== importedWords) contradictions.push(words)
  }
  return { asked, open, contradictions }
}
