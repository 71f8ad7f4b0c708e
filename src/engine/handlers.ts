import type { Catalogue } from '../core/aws/catalogue.ts'
import type { Design } from '../core/model/design.ts'
import type { Topology } from '../core/topology/topology.ts'
import type { EngineCore } from './core.ts'
import type { EngineApi, EngineCall, InputOf, OutputOf } from './protocol.ts'

/** How a call that takes long lets the outside in. */
export interface CallContext {
  /** Whether it is time to pause. */
  isDue(): boolean
  /** Reports how far the call has come and lets waiting messages in; throws when one of them withdrew the call. */
  pause(done: number, total: number): Promise<void>
}

export interface Handlers {
  /** Takes in a design; the two newest are kept. */
  accept(revision: number, design: Design): void
  holds(revision: number): boolean
  call<N extends EngineCall>(revision: number, name: N, input: InputOf<N>, context: CallContext): Promise<OutputOf<N>>
}

interface Subject {
  readonly design: Design
  readonly catalogue: Catalogue
  /** Compiled with the first question that needs it, and once only. */
  topology(): Topology
}

type Answers = {
  readonly [N in EngineCall]: (
    core: EngineCore,
    subject: Subject,
    input: InputOf<N>,
    context: CallContext,
  ) => OutputOf<N> | Promise<OutputOf<N>>
}

const answers: Answers = {
  answer: (core, { topology }, { request }) => core.simulate(topology(), request),
  async answerAll(core, { topology }, { requests }, context) {
    const verdicts: Record<string, ReturnType<EngineApi['answer']>> = {}
    for (const [index, { id, request }] of requests.entries()) {
      if (context.isDue()) await context.pause(index, requests.length)
      verdicts[id] = core.decide(topology(), request)
    }
    return verdicts
  },
  check: (core, { design, catalogue, topology }) => core.runChecks({ design, catalogue, topology: topology() }),
  derive: (core, { design, topology }, { id }) => core.deriveSections(design, topology(), id),
  suggest: (core, { topology }, { from }) => core.suggestDestinations(topology(), from),
  export: (core, { design, catalogue }, { format }) => core.exportDesign(design, catalogue, format),
  importFiles: (core, _subject, { files, title }) => core.importDescribe(files, title),
}

const KEPT_REVISIONS = 2

/** Answers calls by means of the core; keeps the designs it was given and what was compiled from them. */
export function createHandlers(core: EngineCore): Handlers {
  const kept = new Map<number, { readonly design: Design; topology: Topology | null }>()
  let catalogue: Catalogue | null = null

  return {
    accept(revision, design) {
      kept.set(revision, { design, topology: null })
      for (const oldest of [...kept.keys()].slice(0, -KEPT_REVISIONS)) kept.delete(oldest)
    },
    holds: (revision) => kept.has(revision),
    async call(revision, name, input, context) {
      const entry = kept.get(revision)
      if (!entry) throw new Error(`The engine was not given revision ${revision} of the design.`)
      catalogue ??= await core.loadCatalogue()
      const facts = catalogue
      const topology = () => {
        entry.topology ??= core.compileTopology(entry.design, facts)
        return entry.topology
      }
      return answers[name](core, { design: entry.design, catalogue: facts, topology }, input, context)
    },
  }
}
