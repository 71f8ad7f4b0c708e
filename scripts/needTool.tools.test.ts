import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countVitest } from './countTests.ts'

test('where no program can be found, its tests are counted as not run, none as passed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hopwise-no-tools-'))
  const report = join(folder, 'vitest.json')
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project=tools', 'lintTemplates', '--reporter=json', `--outputFile.json=${report}`]
  spawnSync(process.execPath, args, { cwd: join(import.meta.dirname, '..'), env: { PATH: folder }, stdio: 'ignore' })
  const { passed, failed, notRun } = countVitest(readFileSync(report, 'utf8'))
  rmSync(folder, { recursive: true })
  expect([passed, failed]).toEqual([0, 0])
  expect(new Set(notRun)).toEqual(new Set(['cfn-lint is not installed']))
}, 60_000)
