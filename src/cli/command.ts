import type { ParseArgsConfig } from 'node:util'

export type Options = NonNullable<ParseArgsConfig['options']>
export interface Given {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}
/** 0 fine, 1 findings or misses (2, unusable input, is thrown as `Unusable`). */
export type ExitCode = 0 | 1

/** One subcommand of the command line. */
export interface Command {
  readonly usage: string
  readonly summary: string
  readonly options: Options
  /** Writes its result with `print`, a line a call. */
  run(given: Given, print: (line: string) => void): Promise<ExitCode>
}
