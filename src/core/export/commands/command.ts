import { regionCalled } from '../aws/value.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { printWord, type Word } from './word.ts'

/** An option with its values; one without values is a switch. */
export type Option = readonly [flag: `--${string}`, ...Word[]]

/** `aws ec2 create-subnet` with its Region and options, one option a line. */
export function printCommand(stack: StackPlan, operation: string, options: readonly Option[]): string {
  const all: readonly Option[] = [['--region', regionCalled(stack.regionCode)], ...options]
  const lines = all.map(([flag, ...values]) => [flag, ...values.map((value) => printWord(stack, value))].join(' '))
  return [`aws ${operation}`, ...lines].join(' \\\n  ')
}

/** The options by which a command answers with the one text that `query` picks. */
export const answer = (query: Word): readonly Option[] => [
  ['--query', query],
  ['--output', 'text'],
]

/** A command whose answer says nothing. `codes` are the errors by which AWS says that it is done already. */
export const runQuietly = (stack: StackPlan, operation: string, options: readonly Option[], codes?: string): string =>
  `${codes === undefined ? '' : `allow ${quoteShell(codes)} `}${printCommand(stack, operation, options)} >/dev/null`
