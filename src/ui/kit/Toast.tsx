import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import { classNames } from './classNames.ts'
import { useTopDialog } from './dialogStack.ts'
import { IconButton } from './IconButton.tsx'
import { useDesign, useView } from './useStore.ts'

/** Time to turn to it, and to read a letter. */
const SHOWN_FOR = 5000
const SHOWN_FOR_A_LETTER = 60

/**
 * The last thing said to the person: read out politely, and shown until it can have been read; a pointer or the focus on it holds it.
 * It lies at the upper edge of what it is drawn in, away from minimap and tools, or in the dialog that covers the page.
 */
export function Toast() {
  const message = useView((view) => view.message)
  const opened = useDesign((state) => state.opened)
  const dialog = useTopDialog()
  const [closed, setClosed] = useState<number | null>(null)
  const [held, setHeld] = useState(false)
  const shown = message && message.id !== closed ? message : null
  useEffect(() => {
    if (!shown || held) return
    const time = SHOWN_FOR + shown.text.length * SHOWN_FOR_A_LETTER
    const timer = window.setTimeout(() => setClosed(shown.id), time)
    return () => window.clearTimeout(timer)
  }, [shown, held])
  const last = useRef({ opened, message })
  useEffect(() => {
    // what was said of one design is not true of the next
    if (opened !== last.current.opened && message && message === last.current.message) setClosed(message.id)
    last.current = { opened, message }
  }, [opened, message])
  const box = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<EventTarget | null>(null)
  const close = (id: number) => {
    // what had the focus before has it again: the button is gone
    const before = cameFrom.current
    if (box.current?.contains(document.activeElement) && before instanceof HTMLElement) before.focus()
    setHeld(false)
    setClosed(id)
  }
  const isError = shown?.tone === 'error'
  const Icon = isError ? CircleAlert : Info
  const notice = (
    <>
      <LiveRegion>{shown?.text ?? ''}</LiveRegion>
      {shown ? (
        <div
          className={classNames(
            'pointer-events-none inset-x-0 z-30 flex justify-center px-4',
            dialog ? 'fixed bottom-4' : 'absolute top-2',
          )}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done with it, it is only held */}
          <div
            ref={box}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
            onFocus={({ currentTarget, relatedTarget }) => {
              setHeld(true)
              if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
            }}
            onBlur={() => setHeld(false)}
            className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-popup"
          >
            <Icon aria-hidden size={16} className={isError ? 'shrink-0 text-bad' : 'shrink-0 text-accent'} />
            <span aria-hidden>{shown.text}</span>
            {shown.action ? (
              <Button
                className="h-7! shrink-0"
                onClick={() => {
                  close(shown.id)
                  shown.action?.run()
                }}
              >
                {shown.action.label}
              </Button>
            ) : null}
            <IconButton
              label="Dismiss this notice"
              icon={<X aria-hidden size={14} />}
              onClick={() => close(shown.id)}
            />
          </div>
        </div>
      ) : null}
    </>
  )
  return dialog ? createPortal(notice, dialog) : notice
}

/** Text that screen readers are told of when it changes, and when it comes; not seen. */
export function LiveRegion({ children }: { readonly children: string }) {
  // a region is listened to from when it stands: what it came with would not be heard
  const [text, setText] = useState('')
  useEffect(() => setText(children), [children])
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
