import type { Unit } from '../commands/planDeployment.ts'
import type { BuiltModule } from './buildModule.ts'
import type { Variable } from './variables.ts'

/** A module with its folder (empty: the export's own) and its variables; what it makes are the outputs that others ask for. */
export interface Written extends Unit {
  readonly built: BuiltModule
  readonly folder: string
  readonly asks: readonly Variable[]
}
