import { type ComponentProps, type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react'
import { classNames } from './classNames.ts'
import { Popup } from './Popup.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Set for a choice among several: whether it is the present one. */
  readonly checked?: boolean
  /** A line above it. */
  readonly divided?: boolean
  readonly onSelect: () => void
}

type TriggerProps = Pick<
  ComponentProps<'button'>,
  'onClick' | 'onPointerDown' | 'onKeyDown' | 'aria-haspopup' | 'aria-expanded'
> & {
  readonly ref: RefObject<HTMLButtonElement | null>
}

interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
  readonly children: (trigger: TriggerProps) => ReactNode
}

/** A button that opens a list of actions. Arrows, Home, End and first letters move; Escape and Tab leave. */
export function Menu({ label, items, align, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  // The press that closes an open menu must not open it again when it is released on the button.
  const wasOpen = useRef(false)
  return (
    <>
      {children({
        ref: trigger,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onPointerDown: () => {
          wasOpen.current = open
        },
        onClick: () => {
          setOpen(!wasOpen.current)
          wasOpen.current = false
        },
        onKeyDown: (event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            setOpen(true)
          }
        },
      })}
      {open ? (
        <Popup
          anchor={trigger}
          onClose={() => setOpen(false)}
          {...(align ? { align } : {})}
          role="menu"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key === 'Tab') setOpen(false)
            moveInMenu(event)
          }}
        >
          <MenuList
            items={items}
            onDone={() => {
              setOpen(false)
              trigger.current?.focus()
            }}
          />
        </Popup>
      ) : null}
    </>
  )
}

function MenuList({ items, onDone }: { readonly items: readonly MenuItem[]; readonly onDone: () => void }) {
  const first = Math.max(
    items.findIndex((item) => item.checked),
    0,
  )
  return items.map((item, index) => (
    <button
      key={item.label}
      type="button"
      {...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.checked })}
      disabled={item.disabled}
      data-autofocus={index === first ? '' : undefined}
      onClick={() => {
        onDone()
        item.onSelect()
      }}
      onPointerEnter={(event) => event.currentTarget.focus()}
      className={classNames(
        'flex h-7 w-full cursor-pointer items-center gap-2 rounded-md px-2 text-left outline-none focus:bg-hover disabled:cursor-default disabled:opacity-40',
        item.divided && 'relative mt-2 before:absolute before:inset-x-1 before:-top-1 before:h-px before:bg-line',
        item.danger && 'text-bad',
      )}
    >
      <span aria-hidden className="flex w-4 shrink-0 justify-center">
        {item.checked === undefined ? item.icon : item.checked ? '✓' : null}
      </span>
      <span className="grow truncate">{item.label}</span>
      {item.keys ? <kbd className="ml-4 font-sans text-faint text-xs">{item.keys}</kbd> : null}
    </button>
  ))
}

function moveInMenu(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[role^=menuitem]:not(:disabled)')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  const last = items.length - 1
  const next =
    event.key === 'ArrowDown'
      ? (at + 1) % items.length
      : event.key === 'ArrowUp'
        ? (at + last) % items.length
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? last
            : /^\S$/.test(event.key)
              ? items.findIndex((item) => item.textContent?.toLowerCase().includes(event.key.toLowerCase()))
              : -1
  if (next < 0) return
  event.preventDefault()
  event.stopPropagation()
  items[next]?.focus()
}
