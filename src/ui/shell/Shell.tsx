import { useEffect, useMemo, useRef, useState } from 'react'
import { Canvas, commands } from '../canvas/index.ts'
import { SelectionActionsContext } from '../inspector/SelectionActions.ts'
import { lazyPart } from '../kit/lazyPart.tsx'
import { useDesign, useStores, useView } from '../kit/useStore.ts'
import { RequestBar } from '../request/RequestBar.tsx'
import { LeftRail } from './LeftRail.tsx'
import { MissingDialog } from './MissingDialog.tsx'
import { RightPanel } from './RightPanel.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { useShortcuts } from './useShortcuts.ts'

const DIALOGS = {
  start: lazyPart<object>(async () => (await import('../start/StartDialog.tsx')).StartDialog, MissingDialog),
  export: lazyPart<object>(async () => (await import('../export/ExportDialog.tsx')).ExportDialog, MissingDialog),
  help: lazyPart<object>(async () => (await import('./HelpDialog.tsx')).HelpDialog, MissingDialog),
  import: lazyPart<object>(async () => (await import('../start/ImportDialog.tsx')).ImportDialog, MissingDialog),
  propose: lazyPart<object>(async () => (await import('../request/ProposeDialog.tsx')).ProposeDialog, MissingDialog),
  observed: lazyPart<object>(async () => (await import('../request/ObservedDialog.tsx')).ObservedDialog, MissingDialog),
  settings: null,
} as const
const PICKERS = {
  find: lazyPart(async () => (await import('./FindDialog.tsx')).FindDialog, MissingDialog),
  add: lazyPart(async () => (await import('./AddDialog.tsx')).AddDialog, MissingDialog),
} as const
const Nothing = () => null
const EmptyHint = lazyPart(async () => (await import('./EmptyHint.tsx')).EmptyHint, Nothing)
const FileDrop = lazyPart(async () => (await import('./FileDrop.tsx')).FileDrop, Nothing)
const ImportProgress = lazyPart(async () => (await import('../start/ImportProgress.tsx')).ImportProgress, Nothing)
const Toast = lazyPart(async () => (await import('../kit/Toast.tsx')).Toast)
const TooltipLayer = lazyPart(async () => (await import('../kit/TooltipLayer.tsx')).TooltipLayer)

const isWide = () => window.matchMedia('(min-width: 900px)').matches

/** The page: what can be placed on the left, the canvas with its question in the middle, what is known on the right. */
export function Shell() {
  const stores = useStores()
  const [picking, setPicking] = useState<keyof typeof PICKERS | null>(null)
  const [rail, setRail] = useState(isWide)
  const placing = useView((state) => state.placing)
  useEffect(() => {
    // Where the palette lies over the canvas it makes way for what is to be placed.
    if (placing !== null && !isWide()) setRail(false)
  }, [placing])
  const context = useMemo(
    () => ({ stores, openFind: () => setPicking('find'), openAdd: () => setPicking('add') }),
    [stores],
  )
  useShortcuts(context)
  const selected = useMemo(
    () => ({
      duplicate: () => commands.duplicateSelection(stores),
      remove: () => commands.removeSelection(stores),
    }),
    [stores],
  )
  const dialog = useView((state) => state.dialog)
  const opened = useDesign((state) => state.opened)
  const before = useRef(opened)
  useEffect(() => {
    // a dialog gives the keyboard back to its button; after another design was opened, keys are for that
    if (dialog !== null || before.current === opened) return
    before.current = opened
    commands.focusCanvas(stores)
  }, [dialog, opened, stores])
  const OpenDialog = dialog && DIALOGS[dialog]
  const Picker = picking && PICKERS[picking]
  return (
    // Clipped, and not hidden: what is hidden can still be scrolled to, by a focus or by a script. Only panels scroll.
    <div className="relative flex h-dvh flex-col overflow-clip">
      <TopBar railShown={rail} onToggleRail={() => setRail(!rail)} />
      <div className="relative flex min-h-0 grow flex-col min-[900px]:flex-row">
        {rail ? <LeftRail /> : null}
        <main className="flex min-h-0 min-w-0 grow flex-col">
          <RequestBar />
          <div className="relative min-h-0 grow">
            <Canvas />
            <EmptyHint />
            <Toast />
          </div>
        </main>
        <SelectionActionsContext value={selected}>
          <RightPanel />
        </SelectionActionsContext>
      </div>
      <StatusLine />
      {OpenDialog ? <OpenDialog /> : null}
      {Picker ? <Picker onClose={() => setPicking(null)} /> : null}
      <FileDrop />
      <ImportProgress />
      <TooltipLayer />
    </div>
  )
}
