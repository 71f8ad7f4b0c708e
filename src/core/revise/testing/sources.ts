import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Catalogue } from '../../aws/catalogue.ts'
import { exportDesign } from '../../export/index.ts'
import { allExamples } from '../../export/testing/allExamples.ts'
import { type GivenFile, importFiles } from '../../import/index.ts'
import type { Design } from '../../model/index.ts'

const FOLDERS = ['../../import/cloudformation/cases/', '../../../../../shared/template-cases/'].map(
  (path) => new URL(path, import.meta.url),
)

/** Templates of cases, and those that Hopwise exports, without what says so: each with a name. */
export function templateSources(
  catalogue: Catalogue,
): readonly (readonly [name: string, files: readonly GivenFile[]])[] {
  const cases = FOLDERS.filter((url) => existsSync(url)).flatMap((root) =>
    readdirSync(root)
      .filter((name) => existsSync(new URL(`${name}/expected.jsonl`, root)))
      .map((name) => {
        const folder = new URL(`${name}/`, root)
        const files = readdirSync(folder)
          .filter((one) => /\.(?:ya?ml|json)$/.test(one))
          .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, folder))) }))
        return [name, files] as const
      }),
  )
  const exported = allExamples.flatMap(([name, make]) =>
    exportDesign(make(), catalogue, 'cloudformation')
      .files.filter(({ path }) => /^template.*\.(?:yaml|json)$/.test(path))
      .map(({ path, text }) => [`${name} ${path}`, [{ path, bytes: encoded(withoutSeal(text)) }]] as const),
  )
  return [...cases, ...exported]
}

/** The design of such templates. */
export function designOf(files: readonly GivenFile[], catalogue: Catalogue): Design {
  const result = importFiles(files, { catalogue })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.design
}

const encoded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const withoutSeal = (text: string): string =>
  text.replace(/^ +"?(?:Seal|Design)"?: .*\n/gm, '').replace(/,(?=\s*\n\s*\})/g, '')
