import { remember } from '../../../base/remember.ts'
import type { ParsedFile } from '../../parseFile.ts'
import { parseTemplateYaml } from './parseTemplateYaml.ts'
import { asSection, isSection, memberOf, type Section } from './section.ts'

const INCLUDE = 'AWS::Include'
/** More than any template has. */
const MOST_INCLUDED = 500

/** What a template says with the files that it includes, and which these are. */
export interface Included {
  readonly value: unknown
  readonly used: ReadonlySet<string>
  /** Files among these that include others, which AWS refuses. */
  readonly nesting: ReadonlySet<string>
}

/**
 * Puts the files that `AWS::Include` names in their places, by the ends of their addresses. Of files that are not there the transform stays where it is,
 * and so it does in an included file, where AWS takes none. Sources: AWS CloudFormation Template Reference, AWS::Include transform;
 * awsdocs/aws-cloudformation-user-guide#232.
 */
export function includeFiles(template: unknown, files: readonly ParsedFile[]): Included {
  const used = new Set<string>()
  const nesting = new Set<string>()
  if (!isSection(template)) return { value: template, used, nesting }
  const parameters = asSection(template.Parameters)
  const contents = new Map<ParsedFile, unknown>()
  let left = MOST_INCLUDED

  function fileOf(call: unknown): ParsedFile | undefined {
    const { Name, Parameters } = asSection(call)
    const location = Name === INCLUDE ? locationIn(asSection(Parameters).Location, parameters) : null
    return location === null
      ? undefined
      : files.find(({ path, problem }) => problem === null && lastOf(path) === lastOf(location))
  }

  /** What a transform comes to; undefined = it is another one, or its file is not there. */
  function included(call: unknown): object | undefined {
    const file = --left < 0 ? undefined : fileOf(call)
    const value = file && remember(contents, file, () => read(file))
    if (!file || typeof value !== 'object' || value === null) return undefined
    used.add(file.path)
    return value
  }

  function read(file: ParsedFile): unknown {
    const value = contentIn(file)
    if (noteInner(value)) nesting.add(file.path)
    return value
  }

  /** Whether a file includes others; those that are there are a part of what was given. */
  function noteInner(node: unknown): boolean {
    if (typeof node !== 'object' || node === null) return false
    const calls = [asSection(node)['Fn::Transform'] ?? []].flat()
    for (const call of calls) {
      const file = fileOf(call)
      if (file) used.add(file.path)
    }
    const isHere = calls.some((call) => asSection(call).Name === INCLUDE)
    return Object.values(node).reduce<boolean>((any, one) => noteInner(one) || any, isHere)
  }

  function put(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(put)
    if (!isSection(node)) return node
    const { 'Fn::Transform': said = [], ...rest } = node
    const calls = [said].flat()
    const found = calls.map(included)
    const members = found.filter(isSection)
    const own = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, put(one)]))
    const [list] = found.filter((one) => Array.isArray(one))
    if (list && Object.keys(own).length === 0) return list
    const kept = [
      ...calls.filter((_, at) => found[at] === undefined).map(put),
      ...members.flatMap((one) => one['Fn::Transform'] ?? []),
    ]
    Object.assign(own, ...members)
    return kept.length === 0 ? own : { ...own, 'Fn::Transform': kept.length === 1 ? kept[0] : kept }
  }

  const { Transform, ...sections } = put(template) as Section
  if (Transform === undefined) return { value: sections, used, nesting }
  const whole: Record<string, unknown> = sections
  const others = [Transform].flat().filter((call) => {
    const found = included(call)
    if (!isSection(found)) return true
    for (const [name, one] of Object.entries(found))
      whole[name] = isSection(one) ? { ...asSection(memberOf(whole, name)), ...one } : one
    return false
  })
  return { value: { ...whole, Transform: others }, used, nesting }
}

const lastOf = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .split(/[/\\]/)
    .at(-1)!

/** What a file says; functions in short forms are written out, which they are in templates alone. */
function contentIn({ text, value }: ParsedFile): unknown {
  if (/^\s*[{[]/.test(text)) return value
  const parsed = parseTemplateYaml(text)
  return typeof parsed === 'string' ? value : parsed.value
}

/** The last text of a location that names a file: all that is asked is how it ends. A parameter is what it is by default. */
function locationIn(node: unknown, parameters: Section): string | null {
  if (typeof node === 'string') return node
  if (typeof node !== 'object' || node === null) return null
  const { Ref } = asSection(node)
  if (typeof Ref === 'string') {
    const { Default } = asSection(memberOf(parameters, Ref))
    return typeof Default === 'string' ? Default : null
  }
  const texts = Object.values(node).flatMap((one) => locationIn(one, parameters) ?? [])
  return texts.findLast((text) => /\.\w+$/.test(text)) ?? null
}
