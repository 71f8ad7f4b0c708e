import { parse } from '@cdktn/hcl2json'
import type { ExportFile } from '../types.ts'

/** The body of a block as a reader of HCL has it: expressions are texts such as `${aws_vpc.main.id}`, blocks are lists. */
export interface ReadBody {
  readonly [name: string]: unknown
}
type Labelled = { readonly [label: string]: { readonly [name: string]: readonly ReadBody[] } }

/** A module as it is read back from its files. */
export interface ReadModule {
  readonly folder: string
  readonly resources: Labelled
  readonly data: Labelled
  readonly variables: { readonly [name: string]: readonly ReadBody[] }
  readonly outputs: { readonly [name: string]: readonly ReadBody[] }
  readonly locals: ReadBody
}

/** Reads the modules of an export by a parser that is not ours. */
export async function readModules(files: readonly ExportFile[]): Promise<readonly ReadModule[]> {
  const sources = files.filter(({ path }) => path.endsWith('.tf'))
  const folders = [...new Set(sources.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))]
  return Promise.all(
    folders.map(async (folder) => {
      const own = sources.filter(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder)
      const parsed = await Promise.all(own.map(({ path, text }) => parse(path, text)))
      const merged = Object.assign({}, ...parsed) as Record<string, never>
      const { resource = {}, data = {}, variable = {}, output = {}, locals = [] } = merged
      return {
        folder,
        resources: resource,
        data,
        variables: variable,
        outputs: output,
        locals: Object.assign({}, ...locals),
      }
    }),
  )
}

/** Every resource and source of data with its type, name and body. */
export const bodiesIn = ({ resources, data }: ReadModule) =>
  (
    [
      ['', resources],
      ['data.', data],
    ] as const
  ).flatMap(([prefix, all]) =>
    Object.entries(all).flatMap(([type, named]) =>
      Object.entries(named).map(([name, [body]]) => ({
        type: `${prefix}${type}`,
        address: `${prefix}${type}.${name}`,
        body: body!,
      })),
    ),
  )

/** The expressions in a body, in whatever depth: what stands between `${` and its brace. Escaped ones are text. */
export const expressionsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return interpolationsIn(value)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : []
}

function interpolationsIn(text: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('$${', at)) at += 2
    else if (text.startsWith('${', at)) {
      let depth = 0
      const start = at + 2
      for (at = start; at < text.length && (depth > 0 || text[at] !== '}'); at++)
        depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
      found.push(text.slice(start, at))
    }
  }
  return found
}
