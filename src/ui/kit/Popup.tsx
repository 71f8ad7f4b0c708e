import { type ComponentProps, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { classNames } from './classNames.ts'
import { placePopup } from './placePopup.ts'

interface PopupProps extends Omit<ComponentProps<'div'>, 'popover' | 'ref'> {
  readonly anchor: RefObject<Element | null>
  readonly onClose: () => void
  /** `auto`: a press elsewhere and Escape close it. `manual`: its owner does. */
  readonly dismiss?: 'auto' | 'manual'
  readonly align?: 'start' | 'end'
  readonly side?: 'bottom' | 'right'
  readonly matchWidth?: boolean
}

/** A surface beside its anchor in the browser's top layer, so that no container cuts it off. Rendered only while open; `data-autofocus` in it takes the focus. */
export function Popup({ anchor, onClose, dismiss = 'auto', align, side, matchWidth, className, ...rest }: PopupProps) {
  const own = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const popup = own.current!
    popup.showPopover()
    popup.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    const closed = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current()
    }
    popup.addEventListener('toggle', closed)
    return () => popup.removeEventListener('toggle', closed)
  }, [])

  // After every drawing: what is inside may have changed its size.
  useLayoutEffect(() => {
    if (anchor.current && own.current)
      placePopup(own.current, anchor.current, {
        ...(side ? { side } : {}),
        ...(align ? { align } : {}),
        matchWidth: matchWidth ?? false,
      })
  })

  useEffect(() => {
    // a field scrolls its own long text as one types
    const isOurs = (target: Node) => own.current?.contains(target) || anchor.current?.contains(target)
    const leave = (event: Event) => {
      if (event.type === 'resize' || !isOurs(event.target as Node)) close.current()
    }
    window.addEventListener('resize', leave)
    window.addEventListener('scroll', leave, true)
    return () => {
      window.removeEventListener('resize', leave)
      window.removeEventListener('scroll', leave, true)
    }
  }, [anchor])

  return (
    <div
      {...rest}
      ref={own}
      popover={dismiss}
      className={classNames(
        'fixed inset-auto m-0 max-w-[min(28rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-line-strong bg-raised p-1 text-ink shadow-popup',
        className,
      )}
    />
  )
}
