import { Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { type ConstructId, constructAt, parentOf } from '../../core/model/index.ts'
import { commands } from '../canvas/index.ts'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { OutlineItem } from './OutlineItem.tsx'
import { type OutlineRow, outlineRows } from './outlineRows.ts'
import { useFollowSelection } from './useFollowSelection.ts'

/** A shorter outline needs no filter. */
const LEAST_FILTERED = 16
/** Lines drawn at once; beyond that the filter finds what is wanted. */
const MOST_SHOWN = 400

/** Everything in the design by containment: the whole editor for those who do not use the canvas. */
export function Outline() {
  const stores = useStores()
  const design = useDesign((state) => state.design)
  const selection = useDesign((state) => state.selection)
  const [closed, setClosed] = useState<ReadonlySet<ConstructId>>(new Set())
  const [filter, setFilter] = useState('')
  const [at, setAt] = useState<ConstructId | null>(null)
  const [renaming, setRenaming] = useState<ConstructId | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => outlineRows(design, closed, filter), [design, closed, filter])
  const shown = rows.slice(0, MOST_SHOWN)
  const focusable =
    shown.find((row) => row.construct.id === (at ?? selection[0]))?.construct.id ?? shown[0]?.construct.id

  useFollowSelection(tree, selection[0], rows, (id) => {
    setAt(null)
    setClosed((now) => {
      const next = new Set(now)
      for (let around = parentOf(design, id); around !== null; around = parentOf(design, around)) next.delete(around)
      return next.size === now.size ? now : next
    })
  })

  const fold = (id: ConstructId, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const focusOn = (id: ConstructId | null | undefined) => {
    if (!id) return
    setAt(id)
    const lines = [...(tree.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])]
    lines.find((line) => line.dataset.id === id)?.focus()
  }
  const select = (id: ConstructId, more: boolean) => {
    const { selection: now, select: choose } = stores.design.getState()
    choose(more ? (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]) : [id])
  }
  const remove = (row: OutlineRow) => {
    const before = shown.slice(0, shown.indexOf(row)).reverse()
    if (!selection.includes(row.construct.id)) select(row.construct.id, false)
    commands.removeSelection(stores)
    focusOn(before.find(({ construct }) => constructAt(stores.design.getState().design, construct.id))?.construct.id)
  }
  const actionOf = (event: KeyboardEvent, row: OutlineRow, index: number): (() => void) | null => {
    const { construct, parent, children, open } = row
    const goTo = (to: number) => () => focusOn(shown[to]?.construct.id)
    switch (event.key) {
      case 'ArrowDown':
        return goTo(index + 1)
      case 'ArrowUp':
        return goTo(index - 1)
      case 'Home':
        return goTo(0)
      case 'End':
        return goTo(shown.length - 1)
      case 'ArrowRight':
        return open ? goTo(index + 1) : () => children > 0 && fold(construct.id, true)
      case 'ArrowLeft':
        return () => (open ? fold(construct.id, false) : focusOn(parent))
      case 'Enter':
        return () => stores.view.getState().goTo({ construct: construct.id, path: [] })
      case ' ':
        return () => select(construct.id, event.ctrlKey || event.metaKey || event.shiftKey)
      case 'F2':
        return () => setRenaming(construct.id)
      case 'Delete':
      case 'Backspace':
        return () => remove(row)
      default:
        return null
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const index = shown.findIndex((row) => row.construct.id === focusable)
    const row = shown[index]
    if (!row || renaming) return
    const action = actionOf(event, row, index)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  return (
    <>
      {rows.length >= LEAST_FILTERED || filter !== '' ? (
        <div className="relative mb-1">
          <Search aria-hidden size={13} className="absolute top-2 left-2 text-faint" />
          <input
            type="search"
            aria-label="Filter the outline"
            placeholder="Name, CIDR, service"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            className={classNames(CONTROL, 'pl-7 text-xs')}
          />
        </div>
      ) : null}
      <div
        ref={tree}
        role="tree"
        aria-label="Outline of the design"
        aria-multiselectable
        onKeyDown={onKeyDown}
        className="-mx-1"
      >
        {shown.map((row) => (
          <OutlineItem
            key={row.construct.id}
            row={row}
            selected={selection.includes(row.construct.id)}
            focusable={row.construct.id === focusable}
            renaming={row.construct.id === renaming}
            onFocus={() => setAt(row.construct.id)}
            onSelect={(more) => select(row.construct.id, more)}
            onFold={() => fold(row.construct.id, !row.open)}
            onRename={(wanted) => {
              setRenaming(wanted ? row.construct.id : null)
              if (!wanted) focusOn(row.construct.id)
            }}
          />
        ))}
      </div>
      {rows.length === 0 ? (
        <p className="px-1 py-2 text-faint text-xs">
          {filter === '' ? 'Nothing is drawn yet.' : 'Nothing has these words.'}
        </p>
      ) : null}
      {rows.length > shown.length ? (
        <p className="px-1 py-2 text-faint text-xs">{rows.length - shown.length} more: filter to find them.</p>
      ) : null}
    </>
  )
}
