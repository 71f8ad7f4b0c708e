import { planMissingPlacements, planRoom } from '../core/layout/index.ts'
import { emptyDesign } from '../core/model/index.ts'
import type { EngineClient } from '../engine/index.ts'
import { createBrowserPorts, type Ports } from './browserPorts.ts'
import { createActions } from './createActions.ts'
import { createViewStore } from './createViewStore.ts'
import { createDesignStore } from './designStore.ts'
import { type DocumentStorage, withTimeLimit } from './documentStorage.ts'
import type { OpenableTemplate } from './documents.ts'
import { createEngineStore } from './engineStore.ts'
import { createPersistence, type Persistence } from './persistence.ts'
import type { Stores } from './types.ts'

export interface StoresOptions {
  readonly engine: EngineClient
  readonly storage: DocumentStorage
  /** Tests bring their own; absent = those of the browser. */
  readonly ports?: Ports
  readonly templates?: readonly OpenableTemplate[]
}

const STORAGE_LIMIT_MS = 5000

/** Makes the stores of the page and wires them together. Call `persistence.start()` before the first picture. */
export function createStores(options: StoresOptions): Stores & { readonly persistence: Persistence } {
  const storage = withTimeLimit(options.storage, STORAGE_LIMIT_MS)
  const ports = options.ports ?? createBrowserPorts(storage)

  const design = createDesignStore({
    initial: emptyDesign(),
    planMissingPlacements,
    planRoom,
    onRefused: (sentence) => view.getState().say(sentence, 'error'),
    onTurn: (turn) => persistence.noteTurn(turn),
  })
  const view = createViewStore(ports.texts, design)
  const engine = createEngineStore({
    engine: options.engine,
    design,
    say: (text, tone) => view.getState().say(text, tone),
  })
  const persistence: Persistence = createPersistence({ ...ports, storage, design, view })
  const actions = createActions({
    ...ports,
    design,
    engine,
    view,
    persistence,
    storage,
    templates: options.templates,
  })
  return { design, engine, view, actions, persistence, drafts: persistence.drafts }
}
