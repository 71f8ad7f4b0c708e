import type { StackPlan } from '../plan/planExport.ts'
import type { BuiltTemplate } from './draftTemplate.ts'

/** A template with its file. */
export interface Written extends BuiltTemplate {
  readonly stack: StackPlan
  readonly path: string
  /** Of its account and Region; empty where there is only one. */
  readonly label: string
}
