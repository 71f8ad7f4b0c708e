import { spawnSync } from 'node:child_process'

/** What an outside checker said; `available` is false where it is not installed. */
export interface LintReport {
  readonly available: boolean
  /** Everything it printed; empty = no finding. */
  readonly findings: string
}

/** Runs a checker over files. Where it is missing that is printed, so that a green test never hides what did not look. */
export function lintWith(tool: string, args: readonly string[]): LintReport {
  const { error, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  if (error) console.warn(`${tool} is not installed here: it did not check anything`)
  return { available: !error, findings: error ? '' : `${stdout}${stderr}`.trim() }
}
