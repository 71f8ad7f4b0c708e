export { type ImportResult, importDescribe } from './describe/importDescribe.ts'
export type { SourceFile } from './describe/readFiles.ts'
export {
  describePlace,
  type ImportNote,
  type ImportNoteKind,
  type ImportReport,
  NOTE_HEADINGS,
  reportLines,
  summaryOf,
} from './describe/report.ts'
