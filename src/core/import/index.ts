export type { AskedParameter } from './cloudformation/parameters/askedParameters.ts'
export type { ParameterValues } from './cloudformation/parameters/readParameterFile.ts'
export { readParameterText } from './cloudformation/parameters/readParameterText.ts'
export { type GivenFile, isHidden, isOnItsOwn, isWanted, MOST_BYTES, nameOf, TOO_LARGE } from './givenFile.ts'
export { importFiles, importStepwise } from './importFiles.ts'
export { importSource } from './importSource.ts'
export {
  countOf,
  describeFilePlace,
  hangsWords,
  type ImportedResource,
  type ImportNoteKind,
  type ImportPlace,
  type ImportReport,
  missingByPlace,
  NOTE_HEADINGS,
  type ResourceFate,
  reportLines,
  sayEffect,
  summaryOf,
} from './report.ts'
export { FATE_HEADINGS, fateLines, fatesByType, openByReason } from './resourceFates.ts'
export type { Imported, ImportOptions } from './source.ts'
