import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { plain } from '../../fields.ts'
import { longForm, SHORT_TAGS } from './longForm.ts'
import { readScalar } from './readScalar.ts'

/** What the YAML of a template says, short forms written out, with the lines of what its sections name: `Resources/Vpc`. */
export interface ParsedTemplate {
  readonly value: unknown
  readonly lines: ReadonlyMap<string, number>
  readonly remarks: readonly string[]
}

/** In characters; AWS takes templates of up to 1 MB. Source: AWS CloudFormation user guide, quotas. */
export const MOST_TEMPLATE = 2 * 1024 * 1024
/** What is said of a longer one. */
export const TEMPLATE_TOO_LARGE = 'The template holds more than 2 MB; AWS takes up to 1 MB'
/** More than any template says: aliases in aliases come to more than a computer holds. */
const MOST_NODES = 300_000
const MOST_REMARKS = 50

/** Reads a template as CloudFormation does; a sentence where it is none. Never throws. */
export function parseTemplateYaml(text: string): ParsedTemplate | string {
  const opened = openTemplateYaml(text)
  return typeof opened === 'string' ? opened : opened.parsed
}

/** The same, with what stands where in the text: the nodes that it was read from, on demand with the words of the text that they are made of. */
export function openTemplateYaml(
  text: string,
  keepSourceTokens = false,
): { readonly parsed: ParsedTemplate; readonly root: Node | null } | string {
  const counter = new LineCounter()
  // All scalars as texts: what they are is told by `readScalar`
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: (tags) => [...tags, ...SHORT_TAGS],
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens,
    // silent would say nothing of a second document
    logLevel: 'error',
  })
  const lineOf = (offset = 0): number => counter.linePos(offset).line
  const [error] = document.errors
  if (error) return `Line ${lineOf(error.pos[0])}: ${error.message}`
  const parsed = convert(document.contents, (node) => lineOf(node?.range?.[0]))
  return typeof parsed === 'string' ? parsed : { parsed, root: document.contents }
}

interface Converted {
  readonly value: unknown
  /** How many values it comes to, those of its aliases too. */
  readonly size: number
}
const NOTHING: Converted = { value: null, size: 1 }

function convert(root: Node | null, lineOf: (node: Node | null | undefined) => number): ParsedTemplate | string {
  const anchors = new Map<string, Converted>()
  const lines = new Map<string, number>()
  const remarks: string[] = []
  const remark = (node: Node | null | undefined, words: string) => {
    if (remarks.length < MOST_REMARKS) remarks.push(`Line ${lineOf(node)}: ${words}`)
  }
  /** The first thing that keeps it from being read; nothing is looked at behind it. */
  let problem: string | null = null
  const stop = (words: string): Converted => {
    problem ??= words
    return NOTHING
  }
  const limited = (value: unknown, size: number): Converted =>
    size > MOST_NODES
      ? stop(`The template comes to more than ${MOST_NODES} values, those of its aliases counted`)
      : { value, size }

  function read(node: Node | null, path: readonly string[]): Converted {
    if (node === null || problem !== null) return NOTHING
    if (isAlias(node))
      return (
        anchors.get(node.source) ??
        stop(`Line ${lineOf(node)}: the alias “${plain(node.source, 60)}” names nothing above it`)
      )
    const bare = isMap(node) ? readMap(node, path) : isSeq(node) ? readList(node, path) : readLeaf(node)
    const { tag } = node as { readonly tag?: string }
    const long = tag === undefined || tag === '!' ? null : longForm(tag, bare.value)
    if (long?.problem) remark(node, long.problem)
    const read = long ? { value: long.value, size: bare.size + 1 } : bare
    const { anchor } = node as { readonly anchor?: string }
    if (anchor !== undefined) anchors.set(anchor, read)
    return read
  }

  function readLeaf(node: Node): Converted {
    if (!isScalar(node)) return stop(`Line ${lineOf(node)}: this is neither a text, a list nor an object`)
    const text = String(node.value ?? '')
    const isBare = node.type === 'PLAIN' && (node.tag === undefined || node.tag === '!')
    return { value: isBare && node.tag === undefined ? readScalar(node.source ?? text) : text, size: 1 }
  }

  function readList(node: Extract<Node, { items: unknown[] }>, path: readonly string[]): Converted {
    let size = 1
    const value = (node.items as (Node | null)[]).map((item) => {
      const one = read(item, [...path, ''])
      size += one.size
      return limited(one.value, size).value
    })
    return limited(value, size)
  }

  function readMap(node: Extract<Node, { items: unknown[] }>, path: readonly string[]): Converted {
    const members = new Map<string, unknown>()
    const merged: unknown[] = []
    let size = 1
    for (const { key, value } of node.items as Pair<Node | null, Node | null>[]) {
      const name = nameOf(key)
      if (path.length === 1) lines.set(`${path[0]}/${name}`, lineOf(key))
      const one = read(value, [...path, name])
      size += one.size
      if (name === '<<') for (const from of [one.value].flat()) merged.push(from)
      else {
        if (members.has(name))
          remark(key, `the key “${plain(name, 60)}” stands twice in one object; what stands last counts`)
        members.set(name, one.value)
      }
    }
    for (const from of merged)
      for (const [name, value] of Object.entries(from ?? {})) if (!members.has(name)) members.set(name, value)
    return limited(Object.fromEntries(members), size)
  }

  function nameOf(key: Node | null): string {
    if (key === null) return ''
    const alias = isAlias(key) ? anchors.get(key.source)?.value : undefined
    if (typeof alias === 'string') return alias
    if (!isScalar(key)) {
      stop(`Line ${lineOf(key)}: a key has to be a text`)
      return ''
    }
    return key.type === 'PLAIN' ? (key.source ?? '') : String(key.value ?? '')
  }

  const { value } = read(root, [])
  return problem ?? { value, lines, remarks }
}
