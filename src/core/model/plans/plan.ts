import { upperFirst } from '../../base/words.ts'
import type { Edit } from '../edit.ts'
import { definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'

/** A choice beside what a gesture comes to: a few words to choose it by, and what it does. */
export interface Instead {
  readonly label: string
  readonly edits: readonly Edit[]
  readonly sentence: string
}

/** What a gesture comes to. `sentence` is what is shown before it is done: what will happen, or why nothing can. */
export type Plan =
  | {
      readonly ok: true
      readonly edits: readonly Edit[]
      /** What is added, moved or connected. */
      readonly id: ConstructId
      readonly sentence: string
      /** The standing container that lights up and that the placement is relative to; null = the canvas. */
      readonly parent: ConstructId | null
      /** Another thing that the gesture may be meant for, where the first does more than is pointed at. */
      readonly instead?: Instead | undefined
    }
  | { readonly ok: false; readonly sentence: string }

export const refusal = (sentence: string): Plan => ({ ok: false, sentence })

/** `A NAT gateway`, to begin a sentence with. */
export const nounOf = ({ kind }: Pick<Construct, 'kind'>): string => upperFirst(definitions[kind].noun)
