/** Every key that does something, as the help shows it. */
export const SHORTCUTS: readonly {
  readonly group: string
  readonly rows: readonly { readonly keys: string; readonly does: string }[]
}[] = [
  {
    group: 'Requests',
    rows: [
      { keys: 'R', does: 'Ask the request in the bar' },
      { keys: '.', does: 'Next step of the trace' },
      { keys: ',', does: 'Previous step of the trace' },
    ],
  },
  {
    group: 'Editing',
    rows: [
      { keys: 'Ctrl+Z', does: 'Undo' },
      { keys: 'Ctrl+Y or Ctrl+Shift+Z', does: 'Redo' },
      { keys: 'Delete or Backspace', does: 'Delete what is selected' },
      { keys: 'Ctrl+C, Ctrl+X, Ctrl+V', does: 'Copy, cut, paste' },
      { keys: 'Ctrl+D', does: 'Duplicate what is selected' },
      { keys: 'Ctrl+A', does: 'Select everything' },
      { keys: 'Arrow keys', does: 'Move what is selected on the canvas' },
    ],
  },
  {
    group: 'View',
    rows: [
      { keys: 'Shift+1', does: 'Fit the whole design' },
      { keys: 'Ctrl+F or Ctrl+K', does: 'Find a construct' },
      { keys: 'Ctrl+S', does: 'Download the design as a file' },
      { keys: '?', does: 'This help' },
      { keys: 'Escape', does: 'Close, give up, select nothing' },
    ],
  },
  {
    group: 'Outline',
    rows: [
      { keys: 'Up and Down', does: 'Walk along the lines' },
      { keys: 'Left and Right', does: 'Fold and unfold, out of and into a container' },
      { keys: 'Space', does: 'Select; with Ctrl or Shift, add to the selection' },
      { keys: 'Enter', does: 'Open in the inspector' },
      { keys: 'F2', does: 'Rename' },
      { keys: 'Delete', does: 'Delete' },
    ],
  },
]
