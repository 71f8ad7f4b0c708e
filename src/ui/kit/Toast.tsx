import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { useView } from './useStore.ts'

const SHOWN_FOR = 6000

/** The last thing said to the person: read out politely, shown for a while (errors until they are closed). */
export function Toast() {
  const message = useView((view) => view.message)
  const [closed, setClosed] = useState<number | null>(null)
  useEffect(() => {
    if (!message || message.tone === 'error') return
    const timer = window.setTimeout(() => setClosed(message.id), SHOWN_FOR)
    return () => window.clearTimeout(timer)
  }, [message])
  const shown = message && message.id !== closed ? message : null
  const Icon = shown?.tone === 'error' ? CircleAlert : Info
  return (
    <>
      <LiveRegion>{message?.text ?? ''}</LiveRegion>
      {shown ? (
        <div className="pointer-events-none fixed inset-x-0 bottom-10 z-50 flex justify-center px-4">
          <div className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-popup">
            <Icon
              aria-hidden
              size={16}
              className={shown.tone === 'error' ? 'shrink-0 text-bad' : 'shrink-0 text-accent'}
            />
            <span aria-hidden>{shown.text}</span>
            {shown.action ? (
              <Button
                className="h-7! shrink-0"
                onClick={() => {
                  setClosed(shown.id)
                  shown.action?.run()
                }}
              >
                {shown.action.label}
              </Button>
            ) : null}
            <IconButton label="Close message" icon={<X aria-hidden size={14} />} onClick={() => setClosed(shown.id)} />
          </div>
        </div>
      ) : null}
    </>
  )
}

/** Text that screen readers are told of when it changes; not seen. */
export function LiveRegion({ children }: { readonly children: string }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {children}
    </div>
  )
}
