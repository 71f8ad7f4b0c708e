import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { classNames } from './classNames.ts'
import { copyText } from './copyText.ts'
import { IconButton } from './IconButton.tsx'
import { useStores } from './useStore.ts'

/** Text for machines, with a button that copies it. */
export function CodeBlock({
  label,
  text,
  className,
  held = false,
}: {
  readonly label: string
  readonly text: string
  /** To be read only, for now. */
  readonly held?: boolean
  readonly className?: string
}) {
  const { view } = useStores()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const done = await copyText(text)
    if (!done)
      return view.getState().say('The browser did not let the text be copied. Select it and copy it by hand.', 'error')
    setCopied(true)
    view.getState().say(`Copied ${label}`)
    window.setTimeout(() => setCopied(false), 1500)
  }
  return (
    <div className={classNames('relative min-h-0', className)}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={label}
        className="h-full overflow-auto rounded-md border border-line bg-sunken p-3 pr-10"
      >
        <pre className="font-mono text-xs leading-5">{text}</pre>
      </section>
      <IconButton
        label={copied ? 'Copied' : `Copy ${label}`}
        icon={copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
        disabled={held}
        onClick={copy}
        className="absolute top-1.5 right-3.5 bg-raised"
      />
    </div>
  )
}
