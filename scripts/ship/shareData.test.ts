import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { shareData } from './shareData.ts'

test('equal data is kept once and loaded from there; data that differs, and what is no data, stays as it is', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'))
  const write = (path: string, text: string) => {
    mkdirSync(join(dist, path, '..'), { recursive: true })
    writeFileSync(join(dist, path), text)
  }
  write('package.json', '{"type":"module"}')
  write('web/assets/catalogue-A.js', 'const a=[1];export{a as default};')
  write('web/assets/catalogue-B.js', 'var b=[1];export{b as default};')
  write('web/assets/catalogue-C.js', 'var b=[2];export{b as default};')
  write('web/assets/checks-A.js', 'const a=[1];export{a as default};')
  write('cli/chunks/catalogue-D.js', 'const a=[1];export{a as default};')
  const replaced = await shareData(dist)
  expect(replaced).toEqual([join(dist, 'web/assets/catalogue-B.js'), join(dist, 'cli/chunks/catalogue-D.js')])
  for (const file of replaced) {
    expect(readFileSync(file, 'utf8')).not.toContain('[1]')
    expect((await import(`${pathToFileURL(file).href}?again`)).default).toEqual([1])
  }
  rmSync(dist, { recursive: true })
})
