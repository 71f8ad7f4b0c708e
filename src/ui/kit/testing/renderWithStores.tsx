// fetched here, or the first finding would wait for it longer than a test does
import '../../../core/checks/index.ts'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Design } from '../../../core/model/index.ts'
import { core } from '../../../engine/core.ts'
import { createEngineClient } from '../../../engine/index.ts'
import { createFakeWorkers } from '../../../engine/testing/fakeWorker.ts'
import { createStores } from '../../../state/index.ts'
import { createTestClaims } from '../../../state/testing/createTestStores.ts'
import { createMemoryStorage } from '../../../state/testing/memoryStorage.ts'
import { StoresContext } from '../useStore.ts'

// jsdom has no top layer, but hides what belongs there.
HTMLElement.prototype.showPopover ??= function showPopover(this: HTMLElement) {
  this.removeAttribute('popover')
}
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}
HTMLElement.prototype.scrollIntoView ??= () => undefined

/** Draws a part of the page over the state of a page that holds the design, with the real engine in this thread. */
export function renderWithStores(part: ReactNode, design: Design) {
  let ids = 0
  const stores = createStores({
    engine: createEngineClient(createFakeWorkers({ core }).createWorker),
    storage: createMemoryStorage().storage,
    ports: {
      claims: createTestClaims()(),
      tab: { workspace: () => null, remember: () => undefined },
      texts: { keys: () => [], read: () => null, write: () => undefined },
      askToStay: async () => false,
      download: () => undefined,
      confirm: () => false,
      now: () => 0,
      newId: () => `id${++ids}`,
    },
  })
  stores.design.getState().open(design)
  const over = (drawn: ReactNode) => <StoresContext value={stores}>{drawn}</StoresContext>
  const result = render(over(part))
  return { stores, ...result, redraw: (drawn: ReactNode) => result.rerender(over(drawn)) }
}
