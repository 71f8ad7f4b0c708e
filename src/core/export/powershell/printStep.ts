import { messageOf } from '../../base/messageOf.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Line } from '../steps/line.ts'
import { printLines } from './printLines.ts'
import { quotePowerShell } from './quotePowerShell.ts'

/** The commands of a step. One for which no words are known stops the script there and says so: nothing is left out in silence. */
export function printStep(stack: StackPlan | null, lines: readonly Line[]): string {
  try {
    return printLines(stack, lines)
  } catch (error) {
    return `Fail ${quotePowerShell(`This step cannot be said in PowerShell yet. ${messageOf(error)}. The script for the AWS CLI, create.sh, goes on from here with the same record.`)}`
  }
}
