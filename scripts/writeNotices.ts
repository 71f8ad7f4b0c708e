import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf, readShipped } from './ship/readShipped.ts'

/** Writes, after a build, whose work ships inside it and under which licences: these ask that their texts go along. */
const ROOT = join(import.meta.dirname, '..')
const parts = readShipped(ROOT).map(
  (one) => `## ${keyOf(one)} (${one.licence})\n\n${one.text.replaceAll(/^(?=.)/gm, '    ')}\n`,
)
writeFileSync(
  join(ROOT, 'dist/web/licenses.md'),
  `# Packages inside Hopwise\n\nHopwise itself is under the Apache License 2.0. It is built with:\n\n${parts.join('\n')}`,
)
