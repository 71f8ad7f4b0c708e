import { spawnSync } from 'node:child_process'

/** Runs a checker over files and gives everything that it printed; empty = no finding. Throws where it is missing: `needTool` comes first. */
export function lintWith(tool: string, args: readonly string[]): string {
  const { error, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw error
  return `${stdout}${stderr}`.trim()
}
