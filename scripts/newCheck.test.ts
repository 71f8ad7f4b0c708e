import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { newCheck, withLine } from './newCheck.ts'

const table = readFileSync(join(import.meta.dirname, '..', 'src', 'core', 'checks', 'checks.ts'), 'utf8')
const folders: string[] = []
const folderWithTable = () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-check-'))
  folders.push(folder)
  writeFileSync(join(folder, 'checks.ts'), table)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('newCheck', () => {
  it('writes a file that exports the check under its own name', () => {
    const path = newCheck('subnet-is-full', folderWithTable())
    expect(path).toMatch(/subnet-is-full\.ts$/)
    expect(readFileSync(path, 'utf8')).toContain("export const subnetIsFull: Check = {\n  id: 'subnet-is-full',")
  })

  it('adds one import and one entry to the table, and leaves the rest as it was', () => {
    const folder = folderWithTable()
    newCheck('subnet-is-full', folder)
    const after = readFileSync(join(folder, 'checks.ts'), 'utf8')
    const added = after.split('\n').filter((line) => !table.split('\n').includes(line))
    expect(added).toEqual(["import { subnetIsFull } from './subnet-is-full.ts'", '  subnetIsFull,'])
    expect(
      after
        .split('\n')
        .filter((line) => !added.includes(line))
        .join('\n'),
    ).toBe(table)
  })

  it.each(['aaa-first', 'check-among-the-others', 'zzz-last'])('keeps the order of ids with %s', (id) => {
    const lines = withLine(table, id).split('\n')
    const imports = lines.flatMap((line) => /from '\.\/(.+)\.ts'/.exec(line)?.[1] ?? [])
    expect(imports).toContain(id)
    expect(imports).toEqual(imports.toSorted())
    const entries = lines.filter((line) => /^ {2}\w+,$/.test(line))
    expect(entries.length).toBe(imports.length - 1)
  })

  it('refuses an id that is no kebab-case of two words, and one that is taken', () => {
    const folder = folderWithTable()
    for (const id of ['', 'Subnet-Full', 'subnet', '../subnet-full'])
      expect(() => newCheck(id, folder)).toThrow(/kebab-case/)
    newCheck('subnet-is-full', folder)
    expect(() => newCheck('subnet-is-full', folder)).toThrow(/already/)
  })
})
