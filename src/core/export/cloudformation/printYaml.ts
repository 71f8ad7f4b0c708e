import { Document, Scalar, type ScalarTag } from 'yaml'
import { remember } from '../../base/remember.ts'
import { isObject, isTreeList, type Tree, type TreeObject } from './resource.ts'

/** Intrinsic functions that read better in their short form, and what stands after the tag then. */
const SHORT_FORMS: Readonly<Record<string, readonly [tag: string, write: (value: Tree) => string | null]>> = {
  Ref: ['!Ref', (value) => (typeof value === 'string' ? value : null)],
  'Fn::Sub': ['!Sub', (value) => (typeof value === 'string' ? value : null)],
  'Fn::GetAtt': ['!GetAtt', (value) => (isTreeList(value) ? value.join('.') : null)],
}

/** The tag and the text of an object that has a short form, else null. */
function shortForm(members: TreeObject): readonly [tag: string, text: string] | null {
  const [name, ...others] = Object.keys(members)
  if (name === undefined || others.length > 0 || !Object.hasOwn(SHORT_FORMS, name)) return null
  const [tag, write] = SHORT_FORMS[name]!
  const text = write(members[name]!)
  return text === null ? null : [tag, text]
}

const TAGS: ScalarTag[] = Object.values(SHORT_FORMS).map(([tag]) => ({
  tag,
  identify: (value) => isObject(value as Tree) && shortForm(value as TreeObject)?.[0] === tag,
  resolve: (text) => text,
  createNode: (_, value) => new Scalar(shortForm(value as TreeObject)![1]),
}))

/**
 * Data as the library for YAML writes it. Version 1.1, because CloudFormation reads that one: texts such as `yes` or `2012-10-17` must be quoted.
 * Lines are never folded, and equal parts are written out each time (CloudFormation takes no aliases).
 */
export const printByLibrary = (data: unknown): string =>
  new Document(data, { version: '1.1', customTags: TAGS, aliasDuplicateObjects: false }).toString({
    lineWidth: 0,
    directives: false,
  })

/** Whether a text reads as itself: longer than any word that YAML takes for something else, and without what has a meaning in it. */
const isPlain = (text: string): boolean => /^[A-Za-z$][\w ./:${}-]{5,500}$/.test(text) && !/: |[ :]$/.test(text)

/** How texts and names of members are written that were met before. */
type Known = Map<string, string | null>

/**
 * A tree as it stands in a list whose entries are indented so far. The library takes ten times as long as putting lines together does: it is
 * only asked for what may have to be quoted, each once.
 */
function entry(tree: Tree, indent: string, known: Known): string {
  if (isTreeList(tree) && tree.length > 0)
    return tree.map((one) => `- ${entry(one, `${indent}  `, known)}`).join(`\n${indent}`)
  const short = isObject(tree) ? shortForm(tree) : null
  const lines = isObject(tree) && !short ? memberLines(tree, indent, known) : null
  if (lines && lines.length > 0) return lines.join(`\n${indent}`)
  if (short && isPlain(short[1])) return short.join(' ')
  if (typeof tree === 'string' && isPlain(tree)) return tree
  const written = remember(known, JSON.stringify(tree), () => printByLibrary([tree]).slice(2, -1))!
  return written.replace(/\n {2}/g, `\n${indent}`)
}

/** Null where the name of a member does not stand on one line. */
function memberLines(members: TreeObject, indent: string, known: Known): readonly string[] | null {
  const inner = `${indent}  `
  const lines: string[] = []
  for (const [name, value] of Object.entries(members)) {
    const label = isPlain(name) ? name : remember(known, `${name}:`, () => labelByLibrary(name))
    if (label === null) return null
    lines.push(`${label}:${standsBelow(value) ? `\n${inner}` : ' '}${entry(value, inner, known)}`)
  }
  return lines
}

const labelByLibrary = (name: string): string | null =>
  /^- (.*): 0\n$/.exec(printByLibrary([{ [name]: 0 }]))?.[1] ?? null

/** Whether a member stands on lines of its own, below its name. */
const standsBelow = (value: Tree): boolean =>
  isTreeList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0 && !shortForm(value)

/** A template as YAML, as lines by the name of each section. */
export function printSections(template: TreeObject): ReadonlyMap<string, string> {
  const known: Known = new Map()
  return new Map(
    Object.entries(template).map(([name, section]) => [name, `${entry({ [name]: section }, '', known)}\n`]),
  )
}

/** A template as YAML. */
export const printYaml = (template: TreeObject): string => [...printSections(template).values()].join('')
