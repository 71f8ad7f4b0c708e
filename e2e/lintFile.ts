import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { expect, test } from '@playwright/test'

interface Linted {
  readonly tool: string
  readonly file: string
  /** False where the tool is not on PATH. */
  readonly ran: boolean
  readonly output: string
  readonly passed: boolean
}

/** Runs a linter on a file; where it is not installed, the test run counts it as not run and says so. */
export function lint(tool: string, options: readonly string[], path: string): Linted {
  const file = basename(path)
  const { error, status, stdout, stderr } = spawnSync(tool, [...options, path], { encoding: 'utf8', timeout: 60_000 })
  const isAbsent = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT' || status === 127
  if (error && !isAbsent) throw error
  if (isAbsent)
    test
      .info()
      .annotations.push({ type: 'not run', description: `${tool} is not installed: it did not look at ${file}` })
  return {
    tool,
    file,
    ran: !isAbsent,
    output: isAbsent ? '' : `${stdout}${stderr}`.trim(),
    passed: isAbsent || status === 0,
  }
}

/** Fails with the words of the linter. */
export function expectClean({ tool, file, passed, output }: Linted) {
  expect(passed ? '' : output || 'no words', `${tool} on ${file}`).toBe('')
}
