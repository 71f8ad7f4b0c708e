import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Design } from '../../../core/model/index.ts'
import { createTestStores } from '../../../state/testing/createTestStores.ts'
import { StoresContext } from '../useStore.ts'

// jsdom has no top layer: what opens there is simply shown.
HTMLElement.prototype.showPopover ??= function showPopover(this: HTMLElement) {
  this.dataset.shown = ''
}
HTMLElement.prototype.hidePopover ??= function hidePopover(this: HTMLElement) {
  delete this.dataset.shown
}
HTMLElement.prototype.scrollIntoView ??= () => undefined

/** Draws a part of the page over the state of a page that holds the design; the engine is a fake. */
export function renderWithStores(part: ReactNode, design: Design) {
  const stores = createTestStores()
  stores.design.getState().open(design)
  return { stores, ...render(<StoresContext value={stores}>{part}</StoresContext>) }
}
