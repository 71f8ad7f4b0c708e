import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** Where in a JSON text somebody types, as far as words can be offered there. */
export interface JsonPlace {
  /** Names and numbers that lead to the object of a name, or to the value itself. */
  readonly path: readonly (string | number)[]
  readonly part: 'name' | 'value'
  /** What stands there so far, without its quotes. */
  readonly from: number
  readonly to: number
  /** Whether it begins with a quote, and whether it ends with one. */
  readonly quoted: 'no' | 'open' | 'closed'
  /** Names that the object has, but for the one at hand. */
  readonly siblings: readonly string[]
}

/** The place of a letter in a JSON text, whole or not; null where nothing can be named. */
export function placeInJson(state: EditorState, at: number): JsonPlace | null {
  const node = syntaxTree(state).resolveInner(at, -1)
  if (isText(node) && at > node.from) {
    const isClosed = node.to - node.from > 1 && state.sliceDoc(node.to - 1, node.to) === '"'
    if (isClosed && at === node.to) return null
    const to = isClosed ? node.to - 1 : at
    const range = { from: node.from + 1, to, quoted: isClosed ? 'closed' : 'open' } as const
    return node.name === 'PropertyName'
      ? nameIn(state, node.parent?.parent ?? null, range, node)
      : { ...range, part: 'value', path: pathOf(state, node), siblings: [] }
  }
  const before = state.sliceDoc(0, at)
  const [typed] = /"?[\w:*./-]*$/.exec(before)!
  // a text that nothing closes is none for the parser
  const quote = typed.startsWith('"') ? 1 : 0
  const start = at - typed.length
  const mark = before.slice(0, start).trimEnd().at(-1)
  const holder = holderOf(node, start)
  const range = { from: start + quote, to: at, quoted: quote ? 'open' : 'no' } as const
  if (mark === ':' && holder)
    return { ...range, part: 'value', path: [...pathOf(state, holder), nameBefore(before)], siblings: [] }
  if ((mark === '{' || mark === ',') && holder?.name === 'Object') return nameIn(state, holder, range, null)
  if ((mark === '[' || mark === ',') && holder?.name === 'Array')
    return {
      ...range,
      part: 'value',
      path: [...pathOf(state, holder), valuesOf(holder).filter(({ to }) => to <= start).length],
      siblings: [],
    }
  return null
}

const isText = ({ name }: SyntaxNode): boolean => name === 'String' || name === 'PropertyName'

/** The innermost object or list around a letter. */
function holderOf(node: SyntaxNode, at: number): SyntaxNode | null {
  let holder: SyntaxNode | null = node
  while (holder && !((holder.name === 'Object' || holder.name === 'Array') && holder.from < at)) holder = holder.parent
  return holder
}

/** The name that a value follows, of which nothing stands yet. */
const nameBefore = (before: string): string => /"([^"]*)"\s*:\s*"?[\w:*./-]*$/.exec(before)?.[1] ?? ''

function nameIn(
  state: EditorState,
  object: SyntaxNode | null,
  range: Pick<JsonPlace, 'from' | 'to' | 'quoted'>,
  own: SyntaxNode | null,
): JsonPlace | null {
  if (!object) return null
  const names = object
    .getChildren('Property')
    .flatMap((property) => property.getChild('PropertyName') ?? [])
    .filter((name) => name.from !== own?.from)
  return { ...range, part: 'name', path: pathOf(state, object), siblings: names.map((name) => textOf(state, name)) }
}

/** What leads to a node from the top. */
function pathOf(state: EditorState, node: SyntaxNode): readonly (string | number)[] {
  const path: (string | number)[] = []
  for (let one: SyntaxNode | null = node; one?.parent; one = one.parent) {
    const { parent } = one
    if (parent.name === 'Property' && one.name !== 'PropertyName') {
      const name = parent.getChild('PropertyName')
      path.unshift(name ? textOf(state, name) : '')
    } else if (parent.name === 'Array') {
      const { from } = one
      path.unshift(valuesOf(parent).findIndex((value) => value.from === from))
    }
  }
  return path
}

const valuesOf = (list: SyntaxNode): readonly SyntaxNode[] => {
  const values: SyntaxNode[] = []
  for (let child = list.firstChild; child; child = child.nextSibling)
    if (/^(?:Object|Array|String|Number|True|False|Null)$/.test(child.name)) values.push(child)
  return values
}

const textOf = (state: EditorState, { from, to }: SyntaxNode): string => state.sliceDoc(from + 1, to).replace(/"$/, '')
