import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'oxc-parser'

/** What has to be fetched before something runs: bytes (gzip) by the names of chunks, without their hashes. */
export type Startup = Readonly<Record<string, number>>

/** The start of the page and of its worker, as built into `folder`: the entry and all that it imports statically. Parts that are fetched later do not count. */
export function measureStartup(folder: string): { readonly page: Startup; readonly worker: Startup } {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
  if (scripts.length === 0) throw new Error(`${folder}/index.html names no script`)
  const workers = readdirSync(join(folder, 'assets')).filter((name) => /^engine\.worker-.*\.js$/.test(name))
  if (workers.length !== 1) throw new Error(`${folder}/assets has ${workers.length} files of the worker, and not one`)
  return {
    page: sizesOf(closureOf(scripts.map((path) => join(folder, path)))),
    worker: sizesOf(closureOf([join(folder, 'assets', workers[0]!)])),
  }
}

/** Bytes of a whole start. */
export const totalOf = (startup: Startup): number => Object.values(startup).reduce((sum, bytes) => sum + bytes, 0)

function closureOf(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set(entries)
  for (const path of seen)
    for (const from of importsOf(path)) if (from.startsWith('.')) seen.add(join(dirname(path), from))
  return seen
}

function importsOf(path: string): string[] {
  if (!existsSync(path)) throw new Error(`${path} is imported, and was not built`)
  const { module, errors } = parseSync(path, readFileSync(path, 'utf8'))
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value))
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...exported.filter((from) => from !== undefined),
  ]
}

function sizesOf(paths: ReadonlySet<string>): Startup {
  const sizes: Record<string, number> = {}
  for (const path of paths) {
    const chunk = basename(path).replace(/-[\w-]{8}\.js$/, '')
    sizes[chunk] = (sizes[chunk] ?? 0) + gzipSync(readFileSync(path), { level: 9 }).length
  }
  return sizes
}
