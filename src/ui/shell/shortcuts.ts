import type { Stores } from '../../state/index.ts'
import { commands } from '../canvas/index.ts'

/** What the shortcuts of the page act on. */
export interface ShortcutContext {
  readonly stores: Stores
  readonly openFind: () => void
  readonly openAdd: () => void
}

export interface Shortcut {
  /** Any of them does it. `Plus` is the key with that sign. */
  readonly keys: readonly string[]
  readonly does: string
  /** Absent: the part of the page that has the focus does it itself. */
  readonly run?: (context: ShortcutContext) => void
  /** Works in text fields too. */
  readonly anywhere?: true
  /** Not while the focus is in a panel or form, which have such keys themselves; `strictly` = nor in the top bar: menus have Escape, and a slip must delete nothing. */
  readonly onlyDrawing?: 'strictly' | 'loosely'
}

const canvas = (run: (stores: Stores) => unknown, onlyDrawing: 'strictly' | 'loosely' = 'loosely') => ({
  onlyDrawing,
  run: ({ stores }: ShortcutContext) => {
    run(stores)
  },
})
const page = (run: (stores: Stores) => unknown) => ({
  run: ({ stores }: ShortcutContext) => {
    run(stores)
  },
})

/** Every key that does something: what is pressed, what the help says of it, and what it does. */
export const SHORTCUTS: readonly { readonly group: string; readonly rows: readonly Shortcut[] }[] = [
  {
    group: 'Requests',
    rows: [
      { keys: ['R'], does: 'Ask the request in the bar', ...page(askAgain) },
      { keys: ['.'], does: 'Next step of the trace', ...page((stores) => stepTrace(stores, 1)) },
      { keys: [','], does: 'Previous step of the trace', ...page((stores) => stepTrace(stores, -1)) },
    ],
  },
  {
    group: 'Editing',
    rows: [
      { keys: ['Ctrl+Z'], does: 'Undo', ...page(({ design }) => design.getState().undo()) },
      { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: 'Redo', ...page(({ design }) => design.getState().redo()) },
      { keys: ['A'], does: 'Add something by name', run: ({ openAdd }) => openAdd() },
      {
        keys: ['Delete', 'Backspace'],
        does: 'Delete what is selected',
        ...canvas(commands.removeSelection, 'strictly'),
      },
      { keys: ['Ctrl+C'], does: 'Copy', ...canvas(commands.copySelection) },
      { keys: ['Ctrl+X'], does: 'Cut', ...canvas(commands.cutSelection, 'strictly') },
      { keys: ['Ctrl+V'], does: 'Paste; a template or design as text is opened' },
      { keys: ['Ctrl+D'], does: 'Duplicate', ...page(commands.duplicateSelection) },
      { keys: ['Enter'], does: 'On the knob of what is selected, then on something else: connect the two' },
      { keys: ['Arrow keys'], does: 'Move what is selected; with Shift, further' },
    ],
  },
  {
    group: 'Selecting',
    rows: [
      { keys: ['Ctrl+A'], does: 'All in the container; again, everything', ...canvas(commands.selectAll) },
      { keys: ['Ctrl+Shift+ArrowUp'], does: 'Out to the container', ...canvas(commands.selectParent) },
      { keys: ['Ctrl+Shift+ArrowDown'], does: 'Into the container', ...canvas(commands.selectChild) },
      { keys: ['Alt+ArrowLeft'], does: 'Neighbour to the left', ...canvas((s) => commands.selectNeighbour(s, 'left')) },
      {
        keys: ['Alt+ArrowRight'],
        does: 'Neighbour to the right',
        ...canvas((s) => commands.selectNeighbour(s, 'right')),
      },
      { keys: ['Alt+ArrowUp'], does: 'Neighbour above', ...canvas((s) => commands.selectNeighbour(s, 'up')) },
      { keys: ['Alt+ArrowDown'], does: 'Neighbour below', ...canvas((s) => commands.selectNeighbour(s, 'down')) },
      { keys: ['Escape'], does: 'Give up, or select nothing', ...canvas(letGo, 'strictly') },
    ],
  },
  {
    group: 'View',
    rows: [
      { keys: ['Shift+1'], does: 'Show the whole design', ...page(commands.fitView) },
      { keys: ['Shift+2'], does: 'Show what is selected', ...page(commands.fitSelection) },
      { keys: ['Ctrl+=', 'Ctrl+Plus'], does: 'Closer', ...canvas(commands.zoomIn) },
      { keys: ['Ctrl+-'], does: 'Further away', ...canvas(commands.zoomOut) },
      { keys: ['Ctrl+0'], does: 'Own size', ...canvas(commands.zoomTo100) },
      { keys: ['Ctrl+F', 'Ctrl+K'], does: 'Find a construct', anywhere: true, run: ({ openFind }) => openFind() },
      {
        keys: ['Ctrl+S'],
        does: 'Download the design as a file',
        anywhere: true,
        ...page(({ actions }) => actions.saveFile()),
      },
      { keys: ['?'], does: 'This help', ...page(({ view }) => view.getState().openDialog('help')) },
    ],
  },
  {
    group: 'Outline',
    rows: [
      { keys: ['Up', 'Down'], does: 'Walk along the lines' },
      { keys: ['Left', 'Right'], does: 'Fold and unfold, out of and into a container' },
      { keys: ['Space'], does: 'Select; with Ctrl or Shift, one more' },
      { keys: ['Enter'], does: 'Open in the inspector' },
      { keys: ['F2'], does: 'Rename' },
      { keys: ['Delete'], does: 'Delete' },
    ],
  },
]

/** The keys and what they act on are the request bar's own: this presses its button. */
function askAgain() {
  document.querySelector<HTMLFormElement>('form[data-request]')?.requestSubmit()
}

function stepTrace({ engine, view }: Stores, delta: 1 | -1) {
  if (!engine.getState().verdict) return
  view.getState().showPanel('trace')
  engine.getState().stepBy(delta)
}

/** First what is armed, then the light on the trace, then the selection. */
function letGo({ design, engine, view }: Stores) {
  if (view.getState().placing !== null) view.getState().setPlacing(null)
  else if (engine.getState().cursor) engine.getState().setCursor(null)
  else design.getState().select([])
}
