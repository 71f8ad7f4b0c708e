import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes (gzip) of the JavaScript that the page needs before it can be used: its module script and what that preloads. The worker and lazy parts do not count. */
export function measureStartup(folder: string): { readonly file: string; readonly bytes: number }[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
  if (files.length === 0) throw new Error(`${folder}/index.html names no script`)
  return files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
}
