import type { ControlAria } from './Field.tsx'

interface SwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly aria?: ControlAria
  readonly label?: string
}

/** On or off, said in words as well as by colour and place. */
export function Switch({ on, onChange, aria, label }: SwitchProps) {
  return (
    <button
      {...aria}
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => onChange(!on)}
      className="group/switch inline-flex h-6 shrink-0 cursor-pointer items-center gap-2"
    >
      <span aria-hidden className="w-5 text-right text-faint text-xs">
        {on ? 'On' : 'Off'}
      </span>
      <span
        aria-hidden
        className="relative h-4.5 w-8 rounded-full border border-control bg-sunken transition-colors group-aria-checked/switch:border-accent group-aria-checked/switch:bg-accent"
      >
        <span className="absolute top-1/2 left-0.5 size-3 -translate-y-1/2 rounded-full bg-faint transition-transform group-aria-checked/switch:translate-x-3.5 group-aria-checked/switch:bg-on-accent" />
      </span>
    </button>
  )
}
