import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { nameOf } from './newConstruct/kindName.ts'
import { newConstruct, newSheet } from './newConstruct.ts'

const HOME = join(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A copy of the sources in which a kind can be planted. */
function copySources(): string {
  const root = mkdtempSync(join(tmpdir(), 'new-construct-'))
  folders.push(root)
  const isTest = (path: string) => /\.test\.tsx?$|\/sim\/cases\/|\/goldens$/.test(path)
  cpSync(join(HOME, 'src'), join(root, 'src'), { recursive: true, filter: (path) => !isTest(path) })
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(HOME, file), join(root, file))
  symlinkSync(join(HOME, 'node_modules'), join(root, 'node_modules'))
  // what a kind has to be in, and all that it stands on
  const files = ['core/sim/index.ts', 'core/export/index.ts', 'core/model/index.ts', 'ui/constructs/index.ts']
  const only = { extends: './tsconfig.json', include: [], files: files.map((file) => `src/${file}`) }
  writeFileSync(join(root, 'tsconfig.planted.json'), JSON.stringify(only))
  return root
}

/** The files in which the compiler finds something wrong. */
function filesAtFault(root: string): readonly string[] {
  try {
    execFileSync(process.execPath, [join(HOME, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.planted.json'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return []
  } catch (error) {
    const { stdout } = error as { readonly stdout: string }
    return [...new Set([...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map((match) => match[1]!))].sort()
  }
}

it('the compiler names lowering, export, plans, form and look where a kind has nothing but a sheet', () => {
  const root = copySources()
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  newSheet(nameOf('carrier-gateway'), write, (path, ...steps) =>
    write(
      path,
      steps.reduce((text, step) => step(text), readFileSync(join(root, path), 'utf8')),
    ),
  )
  const named = filesAtFault(root)
  for (const place of [
    /^src\/core\/topology\/lower\/lowerings\.ts$/,
    /^src\/core\/export\/plan\/planners\.ts$/,
    /^src\/core\/model\/plans\/fillIn\.ts$/,
    /^src\/core\/model\/kinds\/forms\/forms\.ts$/,
    /^src\/ui\/constructs\/\w+\.tsx$/,
  ])
    expect(named).toContainEqual(expect.stringMatching(place))
})

it('a kind written by the script is in all of them', () => {
  const root = copySources()
  expect(newConstruct('carrier-gateway', root)).toContain('src/core/model/kinds/carrier-gateway.ts')
  expect(filesAtFault(root)).toEqual([])
})
