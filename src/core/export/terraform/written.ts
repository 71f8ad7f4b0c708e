import type { BuiltModule } from './buildModule.ts'
import type { Variable } from './variables.ts'

/** A module with its folder (empty: the export's own), its variables, and what it makes of what others ask for. */
export interface Written extends Omit<BuiltModule, 'waits'> {
  readonly folder: string
  readonly asks: readonly Variable[]
  /** Name of an output that others ask for -> variables that it waits for. */
  readonly waits: ReadonlyMap<string, readonly string[]>
}
