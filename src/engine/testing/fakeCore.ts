import type { Catalogue } from '../../core/aws/index.ts'
import type { Finding } from '../../core/checks/index.ts'
import type { AccessRequest } from '../../core/model/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import type { Topology } from '../../core/topology/index.ts'
import { answerAllWith } from '../answerAllWith.ts'
import type { EngineCore } from '../core.ts'
import { questions } from '../questions.ts'

/** A verdict that says no more than which question it answers and in which design. */
export const fakeVerdict = (request: AccessRequest, title: string): Verdict => ({
  request,
  kind: 'succeeds',
  symptom: null,
  code: null,
  decidedBy: null,
  path: null,
  answers: [title],
  via: [],
  blockers: [],
  assumptions: [],
  gaps: [],
  branches: [],
})

/**
 * A core that knows no AWS: it answers with the title of the design it was asked about, and counts what it did.
 * Questions without an answer here keep their own.
 */
export function createFakeCore() {
  const counts = { catalogues: 0, compiled: 0, simulated: 0 }
  const decide = (topology: Topology, request: AccessRequest): Verdict => {
    counts.simulated++
    if (request.to === 'fault') throw new Error('no such thing')
    return fakeVerdict(request, topology.design.title)
  }
  const core: EngineCore = {
    async loadCatalogue() {
      counts.catalogues++
      return {} as Catalogue
    },
    compileTopology(design) {
      counts.compiled++
      return { design } as Topology
    },
    questions: {
      ...questions,
      answer: { answer: ({ topology }, { request }) => decide(topology(), request) },
      answerAll: { isLong: true, answer: answerAllWith(decide) },
      check: { answer: ({ topology }) => [{ check: 'title', title: topology().design.title } as Finding] },
      derive: { answer: ({ design }, { id }) => [{ title: `${design.title} ${id}`, rows: [] }] },
      suggest: {
        answer: ({ topology }, { from }) => [
          { to: topology().design.title, label: from, protocol: 'tcp', port: 443, drawn: true },
        ],
      },
      export: {
        answer: ({ design }, { format }) => ({
          format,
          files: [{ path: 'title.txt', text: `${design.title}\n`, executable: false }],
          remarks: [],
          errors: [],
        }),
      },
    },
  }
  return { core, decide, counts }
}

/** A request to `to`. */
export const requestTo = (to: string): AccessRequest => ({ from: 'client-1', to, protocol: 'tcp', port: 443 })
