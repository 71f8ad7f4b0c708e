import { type PolicyWords, policyWords } from '../../core/topology/index.ts'
import type { Subject } from '../question.ts'

/** What the policies of a construct may name. */
export const wordsAt = ({ topology }: Subject, { id }: { readonly id: string }): PolicyWords =>
  policyWords(topology(), id)
