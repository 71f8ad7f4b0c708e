import type { Stores } from '../../../state/types.ts'
import { viewportOf } from '../viewports.ts'

const STEP = 1.25

/** Shows the whole design. */
export const fitView = (stores: Stores): void => viewportOf(stores)?.fit()

/** Shows what is selected as large as it goes; with nothing selected, the whole design. */
export const fitSelection = (stores: Stores): void => viewportOf(stores)?.fit(stores.design.getState().selection)

export const zoomIn = (stores: Stores): void => viewportOf(stores)?.zoomBy(STEP)
export const zoomOut = (stores: Stores): void => viewportOf(stores)?.zoomBy(1 / STEP)
/** Shows everything in its own size. */
export const zoomTo100 = (stores: Stores): void => viewportOf(stores)?.zoomTo(1)

/** Puts the keyboard on the canvas, for keys that act on it as a whole. */
export const focusCanvas = (stores: Stores): void => viewportOf(stores)?.focus(null)
