export { type DiffLine, diffLines, type Hunk } from './lines/diffLines.ts'
export { printDiff } from './lines/printDiff.ts'
export { reviseTemplate } from './reviseTemplate.ts'
export type { LeftOver, ReviseChoices, RevisedFile, ReviseOption, ReviseQuestion, Revision } from './types.ts'
