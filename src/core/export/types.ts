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
export interface ExportResult {
  readonly format: ExportFormat
  readonly files: readonly ExportFile[]
  readonly remarks: readonly ExportRemark[]
}
