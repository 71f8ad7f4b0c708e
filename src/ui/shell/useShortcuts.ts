import { useEffect } from 'react'
import { commands } from '../canvas/index.ts'
import { matchesKeys } from './matchesKeys.ts'
import { SHORTCUTS, type Shortcut, type ShortcutContext } from './shortcuts.ts'

const ROWS = SHORTCUTS.flatMap(({ rows }) => rows)

/** Makes the shortcuts of the page work. `context` must keep its identity. */
export function useShortcuts(context: ShortcutContext) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isDialogOpen()) return
      const shortcut = ROWS.find(
        ({ keys, run }) => run && keys.some((one) => matchesKeys(event, one.replace('Plus', '+'))),
      )
      if (!shortcut?.run || !isMeant(shortcut, event)) return
      event.preventDefault()
      shortcut.run(context)
    }
    // The event brings the text along, where reading the clipboard would need a permission.
    const onPaste = (event: ClipboardEvent) => {
      const { actions, view } = context.stores
      const { dialog, importRun } = view.getState()
      const isToOpen = dialog === 'start' || dialog === 'import'
      if (importRun || (isDialogOpen() && !isToOpen) || isTyping(innermost(event))) return
      event.preventDefault()
      const text = event.clipboardData?.getData('text/plain')
      const files = [...(event.clipboardData?.files ?? [])].map((file) => ({ path: file.name, file }))
      if (!text && files.length > 0) void actions.openFiles(files)
      else if (isToOpen) void (text?.trim() ? actions.openPasted(text) : null)
      else commands.paste(context.stores, text || undefined)
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
    }
  }, [context])
}

/** Whether the keys are for the page, and not for the field, the panel or the text that has the focus. */
function isMeant({ anywhere, onlyDrawing, keys }: Shortcut, event: KeyboardEvent): boolean {
  if (anywhere) return true
  if (isTyping(innermost(event))) return false
  if (keys.includes('Ctrl+C') && !window.getSelection()?.isCollapsed) return false
  if (!onlyDrawing || !(event.target instanceof Element)) return true
  return !event.target.closest(onlyDrawing === 'strictly' ? 'aside, header, form' : 'aside, form')
}

const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null

/** What has the focus, also where it has a root of its own: seen from here that is its host. */
const innermost = (event: Event): EventTarget | null => event.composedPath()[0] ?? event.target

/** Whether letters belong to what has the focus. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
