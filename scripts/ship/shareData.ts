import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'

/** Tables of facts, which the page, its worker and the command line load by themselves. */
const DATA = /^(?:catalogue|ranges|lists)-[\w-]+\.js$/

/** After a build: data that several bundles hold stays in one of them, and the others load it from there. Gives the files that were replaced. */
export async function shareData(dist: string): Promise<readonly string[]> {
  const files = ['web/assets', 'cli/chunks']
    .flatMap((folder) => readdirSync(join(dist, folder)).map((name) => join(dist, folder, name)))
    .filter((file) => DATA.test(basename(file)))
    .sort()
  const kept: { readonly file: string; readonly data: unknown }[] = []
  const replaced: string[] = []
  // the page is served without the command line: what it loads comes first
  for (const file of files.sort((a, b) => Number(a.includes('/cli/')) - Number(b.includes('/cli/')))) {
    const data: unknown = { ...(await import(pathToFileURL(file).href)) }
    const same = kept.find((one) => isDeepStrictEqual(one.data, data))
    if (!same) kept.push({ file, data })
    else {
      const from = relative(join(file, '..'), same.file).replaceAll('\\', '/')
      const path = JSON.stringify(from.startsWith('.') ? from : `./${from}`)
      writeFileSync(file, `export*from${path};export{default}from${path};\n`)
      replaced.push(file)
    }
  }
  return replaced
}
