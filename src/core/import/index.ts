export { type GivenFile, isHidden, isOnItsOwn, isWanted, MOST_BYTES, nameOf, TOO_LARGE } from './givenFile.ts'
export { importFiles } from './importFiles.ts'
export {
  countOf,
  describeFilePlace,
  hangsWords,
  type ImportNoteKind,
  type ImportReport,
  missingByPlace,
  NOTE_HEADINGS,
  reportLines,
  sayEffect,
  summaryOf,
} from './report.ts'
export type { Imported } from './source.ts'
