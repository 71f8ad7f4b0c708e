import { useEffect, useRef } from 'react'
import { placePopup } from './placePopup.ts'

const DELAY = 450

/**
 * One tooltip for the whole page: it shows the `data-tip` (and `data-keys`) of what the mouse rests on or the keyboard reaches.
 * Only for the eye: whatever carries a tip says the same words by its label.
 */
export function TooltipLayer() {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tip = own.current!
    let timer = 0
    const hide = () => {
      window.clearTimeout(timer)
      tip.hidePopover()
    }
    const show = (target: Element) => {
      if (!target.isConnected) return
      tip.textContent = (target as HTMLElement).dataset.tip ?? ''
      const keys = (target as HTMLElement).dataset.keys
      if (keys) {
        const kbd = document.createElement('kbd')
        kbd.className = 'ml-2 font-sans opacity-70'
        kbd.textContent = keys
        tip.append(kbd)
      }
      tip.showPopover()
      placePopup(tip, target, {})
    }
    const enter = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null
      hide()
      if (!target || (event instanceof PointerEvent && event.pointerType === 'touch')) return
      if (event.type === 'focusin' && !target.matches(':focus-visible')) return
      timer = window.setTimeout(() => show(target), DELAY)
    }
    const events = ['pointerover', 'focusin'] as const
    const leaving = ['pointerdown', 'keydown', 'focusout', 'wheel'] as const
    for (const name of events) document.addEventListener(name, enter)
    for (const name of leaving) document.addEventListener(name, hide, { passive: true })
    return () => {
      window.clearTimeout(timer)
      for (const name of events) document.removeEventListener(name, enter)
      for (const name of leaving) document.removeEventListener(name, hide)
    }
  }, [])
  return (
    <div
      ref={own}
      popover="manual"
      aria-hidden
      className="pointer-events-none fixed inset-auto m-0 max-w-72 rounded-md border border-line-strong bg-ink px-2 py-1 text-surface text-xs"
    />
  )
}
