import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { Plugin } from 'vite'

/** Where the builds leave the folders of the packages that they bundled, sorted, relative to the project. */
export const PACKAGES = {
  page: '.cache/ship/page.json',
  worker: '.cache/ship/worker.json',
  cli: '.cache/ship/cli.json',
} as const

/** Leaves beside a build which packages went into it: what ships, and so what is named with its licence. */
export const recordPackages = (part: keyof typeof PACKAGES): Plugin => ({
  name: 'record-packages',
  apply: 'build',
  generateBundle(_, bundle) {
    const folders = new Set<string>()
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const folder = renderedLength > 0 && packageFolderOf(id)
        if (folder) folders.add(relative(process.cwd(), folder))
      }
    }
    mkdirSync(dirname(PACKAGES[part]), { recursive: true })
    writeFileSync(PACKAGES[part], JSON.stringify([...folders].sort()))
  },
})

/** The folder of the package that a module lies in; null for one of ours. */
export const packageFolderOf = (id: string): string | null =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]?.replace(/^\0/, '') ?? null
