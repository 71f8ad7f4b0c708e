import type { Catalogue } from '../core/aws/index.ts'
import type { Design } from '../core/model/index.ts'
import type { Topology } from '../core/topology/index.ts'

/** What an answer is drawn from: the design as it was when the question was asked. */
export interface Subject {
  readonly design: Design
  readonly catalogue: Catalogue
  /** Compiled with the first question that needs it, and once only. */
  topology(): Topology
}

/** How a long answer lets the outside in. */
export interface Pauses {
  /** Whether it is time to pause. */
  isDue(): boolean
  /** Reports how far the answer has come and lets in what waits; throws when the question was withdrawn. */
  pause(done: number, total: number): Promise<void>
}

export type Answering<Input, Answer> = (subject: Subject, input: Input, pauses: Pauses) => Answer | Promise<Answer>

/** A row of the table of questions: its `answer`, or how the code of it is fetched when the question is first asked. */
export type Question<Input, Answer> = {
  /** It pauses: it reports progress, can be withdrawn midway, and lets shorter questions go first meanwhile. */
  readonly isLong?: boolean
  /** Fetches the data that its answers read by and by, so that they need no network later. */
  readonly stock?: () => Promise<unknown>
} & ({ readonly answer: Answering<Input, Answer> } | { readonly load: () => Promise<Answering<Input, Answer>> })
