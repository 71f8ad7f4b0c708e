import type { Symptom, VerdictKind } from '../model/design.ts'
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
/** What a saved request comes to by the simulation; the export itself judges nothing. */
export interface ExpectedAnswer {
  /** Of the saved request. */
  readonly id: string
  readonly verdict: VerdictKind
  readonly symptom: Symptom | null
}
/** What others have found out about the design. */
export interface Judged {
  readonly findings: readonly ExportFinding[]
  readonly answers: readonly ExpectedAnswer[]
}
export interface ExportOptions {
  /** What `verify.sh` holds reality against; requests without one are tried and shown. */
  readonly answers?: readonly ExpectedAnswer[]
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
