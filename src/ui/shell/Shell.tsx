import { lazy, Suspense, useCallback, useState } from 'react'
import { Canvas } from '../canvas/index.ts'
import { Toast } from '../kit/Toast.tsx'
import { TooltipLayer } from '../kit/TooltipLayer.tsx'
import { useView } from '../kit/useStore.ts'
import { RequestBar } from '../request/RequestBar.tsx'
import { EmptyHint } from './EmptyHint.tsx'
import { FileDrop } from './FileDrop.tsx'
import { LeftRail } from './LeftRail.tsx'
import { RightPanel } from './RightPanel.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { useShortcuts } from './useShortcuts.ts'

// Dialogs are fetched when they are first opened.
const DIALOGS = {
  start: lazy(async () => ({ default: (await import('../start/StartDialog.tsx')).StartDialog })),
  export: lazy(async () => ({ default: (await import('../export/ExportDialog.tsx')).ExportDialog })),
  help: lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog })),
  settings: null,
} as const
const FindDialog = lazy(async () => ({ default: (await import('./FindDialog.tsx')).FindDialog }))

/** The page: what can be placed on the left, the canvas with its question in the middle, what is known on the right. */
export function Shell() {
  const [finding, setFinding] = useState(false)
  const [rail, setRail] = useState(() => window.matchMedia('(min-width: 900px)').matches)
  useShortcuts(useCallback(() => setFinding(true), []))
  const dialog = useView((state) => state.dialog)
  const OpenDialog = dialog && DIALOGS[dialog]
  return (
    <div className="flex h-dvh flex-col">
      <TopBar railShown={rail} onToggleRail={() => setRail(!rail)} />
      <div className="relative flex min-h-0 grow flex-col min-[900px]:flex-row">
        {rail ? <LeftRail /> : null}
        <main className="flex min-h-0 min-w-0 grow flex-col">
          <RequestBar />
          <div className="relative min-h-0 grow">
            <Canvas />
            <EmptyHint />
          </div>
        </main>
        <RightPanel />
      </div>
      <StatusLine />
      <Suspense>
        {OpenDialog ? <OpenDialog /> : null}
        {finding ? <FindDialog onClose={() => setFinding(false)} /> : null}
      </Suspense>
      <FileDrop />
      <Toast />
      <TooltipLayer />
    </div>
  )
}
