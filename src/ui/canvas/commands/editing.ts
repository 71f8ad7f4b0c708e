// The commands that take some working out, as one part that is fetched after the page itself.
export { copySelection, cutSelection, duplicateSelection, paste } from './clipboard.ts'
export { nudge, resize } from './moving.ts'
export { removeSelection } from './removeSelection.ts'
export { selectAll, selectChild, selectNeighbour, selectParent } from './selecting.ts'
export { tidy } from './tidy.ts'
