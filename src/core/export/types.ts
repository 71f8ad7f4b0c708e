import type { ExportFormat } from './formats.ts'

export type { ExportFormat }

/** One file of an export. `path` is relative, with forward slashes; text ends with a newline. */
export interface ExportFile {
  readonly path: string
  readonly text: string
  readonly executable: boolean
}
/** What could not be written as AWS would need it, said to the person and in the README of the export. */
export interface ExportRemark {
  readonly construct: string | null
  readonly message: string
}
/** What the checks object to in the design; the export itself judges nothing. */
export interface ExportFinding {
  readonly severity: string
  readonly message: string
}
export interface ExportOptions {
  /** Said in the README: errors apart from the rest. */
  readonly findings?: readonly ExportFinding[]
  /** Without instances, functions and tasks, which a network is only tried from. */
  readonly networkOnly?: boolean
}
export interface ExportResult {
  readonly format: ExportFormat
  readonly files: readonly ExportFile[]
  readonly remarks: readonly ExportRemark[]
}
