import { loadActions, servicePrefixesOf } from '../core/aws/index.ts'
import { type CallSuggestions, prefixesIn, servicesAsked, suggestCall } from '../core/sim/index.ts'
import type { Subject } from './question.ts'

/** What the call of a request may say. The actions of the services that it goes to are fetched; of one that goes nowhere yet, those of all that is drawn. */
export async function answerSuggestCall(
  { topology }: Subject,
  { from, to, action }: { readonly from: string; readonly to: string; readonly action: string },
): Promise<CallSuggestions> {
  const asked = servicesAsked(topology(), from, to).flatMap(servicePrefixesOf)
  const prefixes = asked.length > 0 ? asked : prefixesIn(topology())
  return suggestCall(topology(), { to, prefixes, action }, await loadActions([...prefixes, action.split(':')[0]!]))
}
