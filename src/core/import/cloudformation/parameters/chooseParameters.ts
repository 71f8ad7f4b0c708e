import { plain } from '../../fields.ts'
import type { ParsedFile } from '../../parseFile.ts'
import { nameOf } from '../evaluate/whereOf.ts'
import type { Template } from '../template/readTemplate.ts'
import { type ParameterValues, readParameterFile } from './readParameterFile.ts'

/** A file that says values of parameters, and nothing else. */
interface ParameterFile {
  readonly path: string
  readonly values: ParameterValues
}

/** Files whose every name is a parameter of one of the templates. */
export const parameterFiles = (
  files: readonly ParsedFile[],
  templates: readonly Template[],
): readonly ParameterFile[] =>
  files.flatMap(({ path, value }) => {
    const values = readParameterFile(value)
    return values && templates.some((template) => fits(values, template)) ? [{ path, values }] : []
  })

const fits = (values: ParameterValues, { parameters }: Template): boolean =>
  Object.keys(values).every((name) => Object.hasOwn(parameters, name)) && Object.keys(values).length > 0

/**
 * The file that gives a template its parameters: the only one that fits, or the only one whose name has the template's in it. `several` are those
 * among which nobody can choose.
 */
export function chooseFile(
  template: Template,
  files: readonly ParameterFile[],
): { readonly file: ParameterFile | null; readonly several: readonly string[] } {
  const fitting = files.filter(({ values }) => fits(values, template))
  const named = fitting.filter(({ path }) => path.split(/[/\\]/).at(-1)!.includes(nameOf(template.file)))
  const [file = null, ...more] = fitting.length > 1 && named.length > 0 ? named : fitting
  return more.length === 0 ? { file, several: [] } : { file: null, several: [file!, ...more].map(({ path }) => path) }
}

/** Values that are given for a template: those under a name alone, and those under its file and the name, `network.yaml:Zone`. */
export function valuesFor(given: ParameterValues, { file, parameters }: Template): ParameterValues {
  const names = Object.keys(parameters)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [...pathsOf(file).map((path) => `${path}:${name}`), name].find((key) => Object.hasOwn(given, key))
      return value === undefined ? [] : [[name, given[value]!]]
    }),
  )
}

/** A path, and its ends: `a/b.yaml`, `b.yaml`. */
const pathsOf = (file: string): readonly string[] => {
  const parts = file.split(/[/\\]/)
  return parts.map((_, index) => parts.slice(index).join('/'))
}

/** What is given that no template has a parameter for: a clause that goes on behind the name of what was given; null = nothing. */
export function strayParameter(given: ParameterValues, templates: readonly Template[]): string | null {
  const known = new Set(
    templates.flatMap((template) =>
      Object.keys(template.parameters).flatMap((name) => [
        name,
        ...pathsOf(template.file).map((path) => `${path}:${name}`),
      ]),
    ),
  )
  const stray = Object.keys(given).find((name) => !known.has(name))
  return stray === undefined ? null : `has no parameter “${plain(stray, 80)}”`
}
