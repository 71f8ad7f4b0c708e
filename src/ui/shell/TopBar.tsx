import { CircleQuestionMark, FileDown, FolderOpen, Monitor, Moon, PanelLeft, Redo2, Sun, Undo2 } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Menu } from '../kit/Menu.tsx'
import { useDesign, useStores, useView } from '../kit/useStore.ts'
import { DesignTitle } from './DesignTitle.tsx'
import { Logo } from './Logo.tsx'
import { SavedState } from './SavedState.tsx'

interface TopBarProps {
  readonly railShown: boolean
  readonly onToggleRail: () => void
}

/** What belongs to the design as a whole: its title, its history, where it comes from and where it goes. */
export function TopBar({ railShown, onToggleRail }: TopBarProps) {
  const { view, actions } = useStores()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b bg-surface px-2">
      <IconButton
        label={railShown ? 'Hide palette and outline' : 'Show palette and outline'}
        pressed={railShown}
        icon={<PanelLeft aria-hidden size={17} />}
        onClick={onToggleRail}
      />
      <span className="flex items-center gap-2 pr-2 pl-1">
        <Logo />
        <h1 className="hidden font-semibold text-[15px] tracking-tight sm:block">Hopwise</h1>
      </span>
      <span aria-hidden className="hidden h-5 w-px bg-line sm:block" />
      <DesignTitle />
      <SavedState />
      <span className="grow" />
      <History />
      <span aria-hidden className="mx-1 hidden h-5 w-px bg-line sm:block" />
      <ThemeMenu />
      <IconButton
        label="Help and shortcuts"
        keys="?"
        icon={<CircleQuestionMark aria-hidden size={17} />}
        onClick={() => view.getState().openDialog('help')}
      />
      <IconButton
        label="Download the design as a file"
        keys="Ctrl+S"
        className="max-sm:hidden!"
        icon={<FileDown aria-hidden size={17} />}
        onClick={() => actions.saveFile()}
      />
      <Button
        className="ml-1"
        aria-label="Start: new, open or template"
        icon={<FolderOpen aria-hidden size={15} />}
        onClick={() => view.getState().openDialog('start')}
      >
        <span className="hidden md:inline">Start</span>
      </Button>
      <Button look="primary" onClick={() => view.getState().openDialog('export')}>
        Export
      </Button>
    </header>
  )
}

function History() {
  const { design } = useStores()
  const undoLabel = useDesign((state) => state.undoLabel)
  const redoLabel = useDesign((state) => state.redoLabel)
  return (
    <>
      <IconButton
        label={undoLabel ? `Undo: ${undoLabel}` : 'Undo'}
        keys="Ctrl+Z"
        disabled={undoLabel === null}
        icon={<Undo2 aria-hidden size={17} />}
        onClick={() => design.getState().undo()}
      />
      <IconButton
        label={redoLabel ? `Redo: ${redoLabel}` : 'Redo'}
        keys="Ctrl+Y"
        disabled={redoLabel === null}
        icon={<Redo2 aria-hidden size={17} />}
        onClick={() => design.getState().redo()}
      />
    </>
  )
}

const THEMES = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

function ThemeMenu() {
  const { view } = useStores()
  const current = useView((state) => state.theme)
  const Icon = THEMES.find(({ theme }) => theme === current)!.icon
  const items = THEMES.map(({ theme, label }) => ({
    label,
    checked: theme === current,
    onSelect: () => view.getState().setTheme(theme),
  }))
  return (
    <Menu label="Theme" items={items} align="end">
      {(trigger) => (
        <IconButton {...trigger} label="Theme" className="max-sm:hidden!" icon={<Icon aria-hidden size={17} />} />
      )}
    </Menu>
  )
}
