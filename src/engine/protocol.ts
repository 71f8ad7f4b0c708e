import type { Design } from '../core/model/index.ts'
import type { QuestionName } from './questions.ts'

/** What the page says. Each call names the revision it is about; the client sends the design first when the engine lacks it. */
export type ToEngine =
  | { readonly type: 'design'; readonly revision: number; readonly design: Design }
  | CallMessage
  | { readonly type: 'cancel'; readonly id: number }
  /** Fetch the code of every question, so that all of them can be answered without a network. */
  | { readonly type: 'fetch-all' }
  /** Are you there? Answered at once, or at the next pause. */
  | { readonly type: 'ping' }

export interface CallMessage {
  readonly type: 'call'
  readonly id: number
  readonly revision: number
  readonly name: QuestionName
  readonly input: unknown
}

export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  /** The code that answers the call is on its way: until it has started, silence is the network's. */
  | { readonly type: 'fetching'; readonly id: number }
  /** The call left the queue, or goes on after others went first: from here on, silence or a crash is its doing. */
  | { readonly type: 'started'; readonly id: number }
  | { readonly type: 'result'; readonly id: number; readonly revision: number; readonly value: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'cancelled'; readonly id: number }
  /** The engine does not hold that revision: send the design and ask again. */
  | { readonly type: 'design-wanted'; readonly id: number; readonly revision: number }
  | { readonly type: 'error'; readonly id: number; readonly message: string }
