import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  startCompletion,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { PolicyUse } from '../../../core/model/index.ts'
import { CONDITION_KEYS, ELEMENTS, OPERATOR_NAMES } from '../../../core/policy/write/index.ts'
import { type JsonPlace, placeInJson } from './placeInJson.ts'
import { type Offer, type OfferedWords, valuesAt } from './valuesAt.ts'

/** Whom the editor asks for words; null where nobody answers. */
export interface WordSource {
  readonly use: PolicyUse
  design(): Promise<OfferedWords['design'] | null>
  actions(prefixes: readonly string[]): Promise<OfferedWords['actions'] | null>
}

/** Offers what may stand where somebody types: elements, operators, keys, actions, and names of the design. */
export const offerWords =
  ({ use, design, actions }: WordSource): CompletionSource =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = placeInJson(context.state, context.pos)
    if (!place || (place.quoted === 'no' && place.from === place.to && !context.explicit)) return null
    const inStatement = statementPath(place.path)
    const typed = context.state.sliceDoc(place.from, context.pos)
    const words = await design()
    const prefix = /^([\w-]+):/.exec(typed)?.[1]?.toLowerCase()
    const prefixes = [...new Set([...(words?.prefixes ?? []), ...(prefix ? [prefix] : [])])]
    const offered: OfferedWords = { design: words, actions: await actions(prefixes) }
    const offers =
      place.part === 'name' ? namesAt(place, inStatement, use, offered) : valuesAt(inStatement, use, offered)
    if (offers.length === 0 || context.aborted) return null
    return {
      from: place.from,
      to: place.to,
      options: offers.map((offer) => completionOf(offer, place)),
      validFor: /^[\w:*./-]*$/,
    }
  }

/** The path inside of a statement; at the top the whole path, led by null. */
export function statementPath(path: JsonPlace['path']): readonly (string | null)[] {
  const [first, second, ...rest] = path
  if (first !== 'Statement' || path.length < 2) return path.length === 0 ? [null] : [null, String(first)]
  const own = typeof second === 'number' ? rest : [second, ...rest]
  return own.filter((step) => typeof step === 'string')
}

function namesAt(
  { siblings }: JsonPlace,
  inStatement: readonly (string | null)[],
  use: PolicyUse,
  { actions }: OfferedWords,
): readonly Offer[] {
  const [first] = inStatement
  const those = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .filter(([name]) => !siblings.includes(name))
      .map(([value, detail]) => ({ value, detail }))
  if (first === null) return inStatement.length === 1 ? those(ELEMENTS.document) : []
  if (first === undefined) return those(ELEMENTS.statement).filter(({ value }) => goesWith(use, value))
  if (/^(?:Not)?Principal$/.test(first)) return those(ELEMENTS.principal)
  if (first !== 'Condition') return []
  if (inStatement.length === 1) return those(Object.fromEntries(OPERATOR_NAMES.map((name) => [name, ''])))
  const own = (actions?.keys ?? []).map(({ name, type }) => [name.replace(/(?:\$\{|<).*$/, ''), type] as const)
  return those({
    ...Object.fromEntries(Object.keys(CONDITION_KEYS).map((name) => [name, ''])),
    ...Object.fromEntries(own),
  })
}

/** Source: IAM guide, JSON policy elements: a policy of an identity has no principal, a trust policy no resource. */
function goesWith(use: PolicyUse, element: string): boolean {
  if (/Principal$/.test(element)) return use === 'resource' || use === 'endpoint' || use === 'trust' || use === 'rcp'
  return !/Resource$/.test(element) || use !== 'trust'
}

function completionOf({ value, detail, written }: Offer, place: JsonPlace): Completion {
  return {
    label: value,
    ...(detail ? { detail } : {}),
    apply(view: EditorView, _: Completion, from: number, to: number) {
      const isName = place.part === 'name'
      const rest = view.state.sliceDoc(to)
      const closing = rest.startsWith('"') ? 1 : 0
      const text = written && place.quoted === 'no' ? written : `${place.quoted === 'no' ? '"' : ''}${value}"`
      const isFollowed = /^\s*:/.test(rest.slice(closing))
      const insert = isName && !isFollowed ? `${text}: ` : text
      const cursor =
        from + (written && place.quoted === 'no' ? insert.indexOf('""') + 1 || insert.length : insert.length)
      // a prefix goes on with its actions, a name with its value
      const goesOn = value.endsWith(':') || (isName && !isFollowed)
      const at = value.endsWith(':') || value.endsWith('/') ? from + text.length - 1 : cursor
      view.dispatch({
        changes: { from, to: to + closing, insert },
        selection: { anchor: at },
        userEvent: 'input.complete',
      })
      if (goesOn) startCompletion(view)
    },
  }
}
