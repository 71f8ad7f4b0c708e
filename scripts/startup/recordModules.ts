import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** Bytes of code before it is made small, by chunk and by folder or package: what says which part of a chunk has grown. */
export type Modules = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Where the build of the page and of its worker leave their `Modules`. */
export const MODULES = { page: '.cache/startup/page.json', worker: '.cache/startup/worker.json' } as const

/** Leaves beside a build what each of its chunks is made of. */
export const recordModules = (part: keyof typeof MODULES): Plugin => ({
  name: 'record-modules',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks: Record<string, Record<string, number>> = {}
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      chunks[chunk.name] ??= {}
      const groups = chunks[chunk.name]!
      for (const [id, { renderedLength }] of Object.entries(chunk.modules))
        if (renderedLength > 0) groups[groupOf(id)] = (groups[groupOf(id)] ?? 0) + renderedLength
    }
    mkdirSync(dirname(MODULES[part]), { recursive: true })
    writeFileSync(MODULES[part], JSON.stringify(chunks))
  },
})

/** `core/model/plans` for a file of ours, else the name of its package. */
function groupOf(id: string): string {
  const packages = id.split('/node_modules/')
  if (packages.length > 1) return /^(@[^/]+\/)?[^/]+/.exec(packages.at(-1)!)![0]
  const [, path] = id.split('/src/')
  return path ? path.split('/').slice(0, -1).slice(0, 3).join('/') : 'build'
}
