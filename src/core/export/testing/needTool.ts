import { spawnSync } from 'node:child_process'
import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test could not run on this machine: the test run counts it as skipped, and says so. Any other skip is a failure. */
    notRun?: string
  }
}

/** Ends the test as *not run* where a program that it needs does not answer on this machine: a green test never hides what did not look. */
export function needTool({ task, skip }: TestContext, name: string, probe: readonly [string, ...string[]]): void {
  const [program, ...args] = probe
  if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return
  task.meta.notRun = `${name} is not installed`
  skip(task.meta.notRun)
}
