import type { Variable } from '../plan/variables.ts'

/** What the scripts of one account share. */
export interface Bundle {
  /** As drawn. */
  readonly accountId: string
  readonly regionCodes: readonly string[]
  /** What differs between environments. */
  readonly variables: readonly Variable[]
  /** Identity of the deployment, unless HOPWISE_NAME says another. */
  readonly deployment: string
  /** Name of the record, without its ending. */
  readonly record: string
}
