import { useEffect } from 'react'
import type { Stores } from '../../state/index.ts'
import { useStores } from '../kit/useStore.ts'

/** Keys of the whole page. Those of the canvas (delete, copy, fit …) are the canvas's own. */
export function useShortcuts(onFind: () => void) {
  const stores = useStores()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return
      const chord = event.ctrlKey || event.metaKey
      const action = chord
        ? chordAction(event, stores, onFind)
        : isTyping(event.target)
          ? null
          : keyAction(event, stores)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [stores, onFind])
}

type Action = (() => void) | null

function chordAction(event: KeyboardEvent, { design, actions }: Stores, onFind: () => void): Action {
  const key = event.key.toLowerCase()
  if (key === 's') return () => actions.saveFile()
  if (key === 'f' || key === 'k') return onFind
  if (isTyping(event.target)) return null // the field's own undo
  if (key === 'y' || (key === 'z' && event.shiftKey)) return () => design.getState().redo()
  if (key === 'z') return () => design.getState().undo()
  return null
}

function keyAction(event: KeyboardEvent, { engine, view }: Stores): Action {
  switch (event.key) {
    case '.':
      return () => stepTrace(engine, view, 1)
    case ',':
      return () => stepTrace(engine, view, -1)
    case '?':
      return () => view.getState().openDialog('help')
    case 'r':
    case 'R':
      return () => document.querySelector<HTMLFormElement>('form[data-request]')?.requestSubmit()
    default:
      return null
  }
}

function stepTrace(engine: Stores['engine'], view: Stores['view'], delta: 1 | -1) {
  if (!engine.getState().verdict) return
  view.getState().showPanel('trace')
  engine.getState().stepBy(delta)
}

/** Whether letters belong to what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
