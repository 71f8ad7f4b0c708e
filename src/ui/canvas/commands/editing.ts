// The commands that take much working out, as one part that is fetched after the page itself.
export { copySelection, cutSelection, duplicateSelection, paste } from './clipboard.ts'
export { removeSelection } from './removeSelection.ts'
export { tidy } from './tidy.ts'
