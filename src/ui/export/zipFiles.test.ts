import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipFiles } from './zipFiles.ts'

const files = [
  { path: 'create.sh', text: '#!/bin/bash\n', executable: true },
  { path: 'templates/a.yaml', text: 'Größe: 1\n', executable: false },
]

test('every file is in the archive, below the folder, letter for letter', async () => {
  const entries = unzipSync(await zipFiles('demo', files))
  expect(Object.keys(entries)).toEqual(['demo/create.sh', 'demo/templates/a.yaml'])
  expect(strFromU8(entries['demo/templates/a.yaml']!)).toBe('Größe: 1\n')
})
test('the same files give the same bytes', async () => {
  expect(await zipFiles('demo', files)).toEqual(await zipFiles('demo', files))
})
test('scripts are marked as executable, other files are not', async () => {
  const bytes = await zipFiles('demo', files)
  const view = new DataView(bytes.buffer)
  const modes: number[] = []
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) modes.push(view.getUint32(at + 38, true) >>> 16)
  expect(modes).toEqual([0o100755, 0o100644])
})
