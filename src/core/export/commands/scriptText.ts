import { printable } from '../text/printable.ts'
import { functionsFor } from './functionsFor.ts'

interface Head {
  /** Comments, one line each. */
  readonly purpose: readonly string[]
  /** What shellcheck need not say, since drawn texts may hold typographic quotes and functions are called by their names. */
  readonly quiet: string
  /** How bash takes errors. */
  readonly strict: 'set -euo pipefail' | 'set -uo pipefail'
}

/** A script of bash, with those of the functions that its body calls. */
export function scriptText(
  { purpose, quiet, strict }: Head,
  functions: Readonly<Record<string, string>>,
  body: string,
) {
  const head = [
    '#!/usr/bin/env bash',
    ...purpose.map((line) => `# ${printable(line)}`),
    `# shellcheck disable=${quiet}`,
    strict,
    "export AWS_PAGER=''",
  ]
  return `${head.join('\n')}\n\n${functionsFor(functions, body)}\n\n${body}\n`
}
