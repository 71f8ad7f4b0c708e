import { createPart, withPart } from '../../state/parts.ts'
import type { Stores } from '../../state/types.ts'

export { addConstruct } from '../constructs/index.ts'
export { nudge, resize } from './commands/moving.ts'
export { type Direction, selectAll, selectChild, selectNeighbour, selectParent } from './commands/selecting.ts'
export { fitSelection, fitView, zoomIn, zoomOut, zoomTo100 } from './commands/zooming.ts'

const editing = createPart(() => import('./commands/editing.ts'))

const command =
  (name: Exclude<keyof typeof import('./commands/editing.ts'), 'paste'>) =>
  (stores: Stores): void =>
    withPart(stores, editing, (commands) => void commands[name](stores))

// What each does is said beside it, in `commands/`.
export const copySelection = command('copySelection')
export const cutSelection = command('cutSelection')
export const duplicateSelection = command('duplicateSelection')
export const removeSelection = command('removeSelection')
export const tidy = command('tidy')
export const paste = (stores: Stores, text?: string): void =>
  withPart(stores, editing, (commands) => void commands.paste(stores, text))
