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
}

/**
 * Puts the files that `AWS::Include` names in their places, by the ends of their addresses. Of files that are not there, and of those that an included
 * one names, the transform stays where it is. Source: AWS CloudFormation Template Reference, AWS::Include transform.
 */
export function includeFiles(template: unknown, files: readonly ParsedFile[]): Included {
  const used = new Set<string>()
  if (!isSection(template)) return { value: template, used }
  const parameters = asSection(template.Parameters)
  const contents = new Map<ParsedFile, unknown>()
  let left = MOST_INCLUDED

  /** What a transform comes to; undefined = it is another one, or its file is not there. */
  function included(call: unknown): object | undefined {
    const { Name, Parameters } = asSection(call)
    const location = Name === INCLUDE ? locationIn(asSection(Parameters).Location, parameters) : null
    if (location === null || --left < 0) return undefined
    const file = files.find(({ path, problem }) => problem === null && lastOf(path) === lastOf(location))
    const value = file && remember(contents, file, () => contentIn(file))
    if (!file || typeof value !== 'object' || value === null) return undefined
    used.add(file.path)
    return value
  }

  function put(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(put)
    if (!isSection(node)) return node
    const found = 'Fn::Transform' in node ? included(node['Fn::Transform']) : undefined
    const { 'Fn::Transform': _, ...rest } = node
    const own = Object.fromEntries(Object.entries(found ? rest : node).map(([name, one]) => [name, put(one)]))
    if (!found) return own
    return isSection(found) ? { ...own, ...found } : Object.keys(own).length === 0 ? found : own
  }

  const { Transform, ...sections } = put(template) as Section
  if (Transform === undefined) return { value: sections, used }
  const whole: Record<string, unknown> = sections
  const others = [Transform].flat().filter((call) => {
    const found = included(call)
    if (!isSection(found)) return true
    for (const [name, one] of Object.entries(found))
      whole[name] = isSection(one) ? { ...asSection(memberOf(whole, name)), ...one } : one
    return false
  })
  return { value: { ...whole, Transform: others }, used }
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
