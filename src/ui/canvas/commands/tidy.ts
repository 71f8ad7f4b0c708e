import { planTidy } from '../../../core/layout/index.ts'
import type { Stores } from '../../../state/types.ts'
import { viewportOf } from '../viewports.ts'

/** Puts everything in its tidy place and shows all of it. */
export function tidy(stores: Stores): void {
  const { design, apply } = stores.design.getState()
  const edits = planTidy(design)
  if (edits.length === 0) stores.view.getState().say('Everything is in its place.')
  else if (apply('Tidy up', edits)) requestAnimationFrame(() => viewportOf(stores)?.fit())
}
