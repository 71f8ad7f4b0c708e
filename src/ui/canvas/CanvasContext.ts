import { createContext, type PointerEvent, use } from 'react'
import type { ConstructId } from '../../core/model/index.ts'

/** What nodes can ask of the canvas; the same object for its whole life, so that no node is drawn again because of it. */
export interface CanvasActions {
  /** Begins to draw a line from a construct; `event` null = by the keyboard. */
  startConnecting(from: ConstructId, event: PointerEvent | null): void
  select(id: ConstructId): void
  /** Stores the size that a container was given by its grips. */
  commitResize(id: ConstructId): void
}

export const CanvasContext = createContext<CanvasActions | null>(null)

/** The canvas around a node. */
export function useCanvas(): CanvasActions {
  const canvas = use(CanvasContext)
  if (!canvas) throw new Error('There is no canvas around this node.')
  return canvas
}
