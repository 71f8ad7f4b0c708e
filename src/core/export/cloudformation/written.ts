import type { StackPlan } from '../plan/planExport.ts'
import type { BuiltTemplate } from './buildTemplate.ts'

/** A template with its file and the name of its stack. */
export interface Written extends BuiltTemplate {
  readonly stack: StackPlan
  readonly path: string
  readonly stackName: string
}
