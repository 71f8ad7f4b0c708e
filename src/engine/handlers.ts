import type { Catalogue } from '../core/aws/index.ts'
import { messageOf } from '../core/base/index.ts'
import type { Design } from '../core/model/index.ts'
import type { Topology } from '../core/topology/index.ts'
import type { EngineCore } from './core.ts'
import type { Pauses } from './question.ts'
import type { AnswerOf, InputOf, QuestionName } from './questions.ts'

export interface Handlers {
  /** Takes in a design; the two newest are kept. */
  accept(revision: number, design: Design): void
  holds(revision: number): boolean
  isLong(name: QuestionName): boolean
  /** Whether the code that answers is there; if not, `fetch` gets it. */
  isAtHand(name: QuestionName): boolean
  /** Rejects with a sentence where the code cannot be had; the next attempt may succeed. */
  fetch(name: QuestionName): Promise<void>
  /** Fetches what is not at hand, one after the other. What cannot be had is fetched when it is asked for. */
  fetchAll(): Promise<void>
  call<N extends QuestionName>(revision: number, name: N, input: InputOf<N>, pauses: Pauses): Promise<AnswerOf<N>>
}

const KEPT_REVISIONS = 2

/** Answers questions by means of the core; keeps the designs it was given and what was compiled from them. */
export function createHandlers({ loadCatalogue, compileTopology, questions }: EngineCore): Handlers {
  const kept = new Map<number, { readonly design: Design; topology: Topology | null }>()
  const fetched = new Set<QuestionName>()
  let catalogue: Catalogue | null = null

  return {
    accept(revision, design) {
      kept.set(revision, { design, topology: null })
      for (const oldest of [...kept.keys()].slice(0, -KEPT_REVISIONS)) kept.delete(oldest)
    },
    holds: (revision) => kept.has(revision),
    isLong: (name) => questions[name].isLong ?? false,
    isAtHand: (name) => 'answer' in questions[name] || fetched.has(name),
    async fetch(name) {
      const row = questions[name]
      try {
        if ('load' in row) await row.load()
        fetched.add(name)
      } catch (error) {
        const detail = messageOf(error)
        throw new Error(`The part of it that answers this could not be fetched. ${detail}`)
      }
    },
    async fetchAll() {
      for (const row of Object.values(questions)) {
        // who asks is told
        if ('load' in row) await row.load().catch(() => undefined)
        await row.stock?.().catch(() => undefined)
      }
    },
    async call(revision, name, input, pauses) {
      const entry = kept.get(revision)
      if (!entry) throw new Error(`The engine was not given revision ${revision} of the design.`)
      catalogue ??= await loadCatalogue()
      const facts = catalogue
      const topology = () => {
        entry.topology ??= compileTopology(entry.design, facts)
        return entry.topology
      }
      const row = questions[name]
      const answer = 'answer' in row ? row.answer : await row.load()
      return answer({ design: entry.design, catalogue: facts, topology }, input, pauses)
    },
  }
}
