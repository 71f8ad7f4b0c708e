import { createPart, withPart } from '../../state/parts.ts'
import type { Stores } from '../../state/types.ts'

export { addConstruct } from '../constructs/index.ts'
export type { Direction } from './commands/selecting.ts'
export { fitSelection, fitView, focusCanvas, zoomIn, zoomOut, zoomTo100 } from './commands/zooming.ts'

const editing = createPart(() => import('./commands/editing.ts'))
type Editing = typeof import('./commands/editing.ts')

const command =
  <N extends keyof Editing>(name: N) =>
  (...given: Parameters<Editing[N]>): void =>
    withPart(given[0], editing, (commands) => void (commands[name] as (...all: typeof given) => unknown)(...given))

// What each does is said beside it, in `commands/`.
export const copySelection = command('copySelection')
export const cutSelection = command('cutSelection')
export const duplicateSelection = command('duplicateSelection')
export const removeSelection = command('removeSelection')
export const tidy = command('tidy')
export const nudge = command('nudge')
export const resize = command('resize')
export const selectAll = command('selectAll')
export const selectParent = command('selectParent')
export const selectChild = command('selectChild')
export const selectNeighbour = command('selectNeighbour')
export const paste = (stores: Stores, text?: string): void =>
  withPart(stores, editing, (commands) => void commands.paste(stores, text))
