import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createEngineClient, createWorker } from '../engine/index.ts'
import { createBrowserStorage, createStores, fetchParts } from '../state/index.ts'
import { App } from './App.tsx'
import './boot.css'
import { CrashScreen } from './CrashScreen.tsx'
import { followTheme } from './followTheme.ts'
import { followTitle } from './followTitle.ts'
import { guardWork } from './guardWork.ts'
import './index.css'
import { whenIdle } from './whenIdle.ts'

const engine = createEngineClient(createWorker)
const stores = createStores({ engine, storage: createBrowserStorage() })
followTheme(stores.view)

const root = createRoot(document.getElementById('root')!, {
  onUncaughtError(error) {
    reportError(error)
    root.render(<CrashScreen stores={stores} error={error} onRetry={draw} />)
  },
})
function draw() {
  root.render(
    <StrictMode>
      <App stores={stores} />
    </StrictMode>,
  )
}

/** Not at the top level of the module: parts of the page that recovery fetches may import from it, and would wait for ever. */
async function openPage() {
  const recovery = await stores.persistence.start()
  followTitle(stores.design)
  guardWork(stores.persistence)
  if (recovery === 'fresh' || recovery === 'blocked') stores.view.getState().openDialog('start')
  draw()
  whenIdle(() => {
    stores.persistence.tellDrafts()
    void fetchParts()
      .then(() => stores.actions.resumeFile())
      .then(engine.fetchAll)
  })
}
void openPage()
