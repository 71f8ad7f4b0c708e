import type { ConstructId } from '../../core/model/index.ts'
import type { Stores } from '../../state/types.ts'

/** What can be done with the part of the canvas that is in view. */
export interface CanvasViewport {
  /** `duration` in milliseconds; absent = as the person likes it. */
  fit(ids?: readonly ConstructId[], duration?: number): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Brings constructs into view where they are not, and leaves the view alone where they are. */
  reveal(...ids: readonly ConstructId[]): void
  /** Brings all of a way into view, so large that it can be read. */
  showWay(ids: readonly ConstructId[]): void
  /** Puts the keyboard on a construct; null = on the canvas itself. */
  focus(id: ConstructId | null): void
}

/** The canvas that shows these stores; there is one at most. */
const viewports = new WeakMap<Stores['design'], CanvasViewport>()

export const viewportOf = (stores: Stores): CanvasViewport | undefined => viewports.get(stores.design)

/** Makes a canvas known to the commands; the answer takes it back. */
export function registerViewport(stores: Stores, viewport: CanvasViewport): () => void {
  viewports.set(stores.design, viewport)
  return () => {
    if (viewports.get(stores.design) === viewport) viewports.delete(stores.design)
  }
}
