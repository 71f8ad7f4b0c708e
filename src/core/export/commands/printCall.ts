import type { StackPlan } from '../plan/planExport.ts'
import type { Call } from '../steps/call.ts'
import { type Option, optionsOf } from './optionsOf.ts'
import { printWord } from './word.ts'

/** `aws ec2 create-subnet` with its Region and options, one option a line. */
export function printCall(stack: StackPlan | null, { operation, region, parameters, query }: Call): string {
  const answer: readonly Option[] =
    query === null
      ? []
      : [
          ['--query', query],
          ['--output', 'text'],
        ]
  const all: readonly Option[] = [['--region', region], ...optionsOf(parameters), ...answer]
  const lines = all.map(([flag, ...values]) => [flag, ...values.map((value) => printWord(stack, value))].join(' '))
  return [`aws ${operation}`, ...lines].join(' \\\n  ')
}

/** The same, whose answer says nothing. */
export const printQuietly = (stack: StackPlan | null, call: Call): string => `${printCall(stack, call)} >/dev/null`
