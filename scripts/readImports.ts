import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import, re-export or lazy import of a file. */
export interface Import {
  /** As it is written: a package, or a path from the file's folder. */
  readonly from: string
  readonly names: readonly string[]
  readonly typeOnly: boolean
}

/** Every TypeScript file below a folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** What a file imports, in any of the ways to say so. Throws where it cannot be parsed. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const still = module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    names: one.entries.map((entry) => entry.importName.name ?? ''),
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  const reExports = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ from: entry.moduleRequest.value, names: [], typeOnly: entry.isType }] : [],
    ),
  )
  const lazy = module.dynamicImports.flatMap((one) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(one.moduleRequest.start, one.moduleRequest.end))
    return literal ? [{ from: literal[1]!, names: [], typeOnly: false }] : []
  })
  return [...still, ...reExports, ...lazy]
}
