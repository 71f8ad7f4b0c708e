import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Tests that say nothing of one line: they draw designs at random (which kills by luck, and takes most of the time), or read every
 * verdict before the first test runs.
 */
const LEFT_OUT =
  /\/(oracle\/|robustness\.|wildDesigns\.|blockerSteps\.|wildNames\.|balance\.property\.|coverage\.test|modelled\.test)/

/** The test files that mutants are tried on, by their whole path. */
export const listTestFiles = (root: string): readonly string[] =>
  ['src/core/sim', 'src/core/topology', 'src/core/checks']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
    )
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file))
    .sort()
