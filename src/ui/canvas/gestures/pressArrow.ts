import type { Stores } from '../../../state/types.ts'
import { type Direction, nudge, selectChild, selectNeighbour, selectParent } from '../commands.ts'

const DIRECTIONS: Readonly<Record<string, { readonly to: Direction; readonly x: number; readonly y: number }>> = {
  ArrowLeft: { to: 'left', x: -1, y: 0 },
  ArrowRight: { to: 'right', x: 1, y: 0 },
  ArrowUp: { to: 'up', x: 0, y: -1 },
  ArrowDown: { to: 'down', x: 0, y: 1 },
}
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** What an arrow key does while a construct has the focus: moves the selection, or with Alt or Ctrl+Shift goes elsewhere. False for other keys. */
export function pressArrow(stores: Stores, { key, altKey, ctrlKey, metaKey, shiftKey }: Press): boolean {
  const direction = DIRECTIONS[key]
  if (!direction) return false
  const { to, x, y } = direction
  const isCtrl = ctrlKey || metaKey
  const by = shiftKey ? 4 : 1
  if (!altKey && !isCtrl) nudge(stores, x * by, y * by)
  else if (altKey && !isCtrl && !shiftKey) selectNeighbour(stores, to)
  else if (isCtrl && shiftKey && !altKey && to === 'up') selectParent(stores)
  else if (isCtrl && shiftKey && !altKey && to === 'down') selectChild(stores)
  return true
}
