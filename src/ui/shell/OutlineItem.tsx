import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { definitionOf } from '../../core/model/index.ts'
import { Glyph, glyphOf, kindColour } from '../constructs/index.ts'
import { classNames } from '../kit/classNames.ts'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { SEVERITY_LOOK } from '../kit/severityLook.ts'
import { useDraft } from '../kit/useDraft.ts'
import { useEngine, useStores } from '../kit/useStore.ts'
import type { OutlineRow } from './outlineRows.ts'

interface OutlineItemProps {
  readonly row: OutlineRow
  readonly selected: boolean
  readonly focusable: boolean
  readonly renaming: boolean
  readonly onFocus: () => void
  readonly onSelect: (more: boolean) => void
  readonly onFold: () => void
  readonly onRename: (wanted: boolean) => void
}

/** One line of the outline: what it is, what it is called, and whether something is wrong with it. */
export const OutlineItem = memo(function OutlineItem(props: OutlineItemProps) {
  const { row, selected, focusable, renaming, onFocus, onSelect, onFold, onRename } = props
  const { construct, level, children, open } = row
  const { title } = definitionOf(construct.kind)
  const severity = useEngine(
    (state) => state.findings.value.find((finding) => finding.at[0].construct === construct.id)?.severity ?? null,
  )
  const Mark = severity && SEVERITY_LOOK[severity].icon
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree round it has the keys
    <div
      role="treeitem"
      data-id={construct.id}
      aria-level={level}
      aria-selected={selected}
      aria-expanded={children > 0 ? open : undefined}
      aria-label={`${title} ${nameOfConstruct(construct)}${severity ? `, ${SEVERITY_LOOK[severity].word.toLowerCase()}` : ''}`}
      tabIndex={focusable ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => onSelect(event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => onRename(true)}
      style={{ paddingLeft: (level - 1) * 12 }}
      className="flex h-6.5 cursor-pointer items-center gap-1 rounded-md pr-1 text-xs outline-offset-[-2px] hover:bg-hover aria-selected:bg-accent-soft aria-selected:text-accent"
    >
      <span
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onFold()
        }}
        className={classNames(
          'flex size-5 shrink-0 items-center justify-center text-faint',
          children === 0 && 'invisible',
        )}
      >
        <ChevronRight size={13} className={open ? 'rotate-90' : ''} />
      </span>
      <span aria-hidden className="shrink-0" style={{ color: kindColour(construct.kind) }}>
        <Glyph kind={glyphOf(construct)} size={16} />
      </span>
      {renaming ? (
        <NameInput row={row} onDone={() => onRename(false)} />
      ) : (
        <span className="min-w-0 grow truncate">{nameOfConstruct(construct)}</span>
      )}
      {Mark && severity ? (
        <Mark aria-hidden size={13} className={classNames('shrink-0', SEVERITY_LOOK[severity].colour)} />
      ) : null}
    </div>
  )
})

function NameInput({ row: { construct }, onDone }: { readonly row: OutlineRow; readonly onDone: () => void }) {
  const { design } = useStores()
  const label = `New name of ${nameOfConstruct(construct)}`
  const draft = useDraft({
    field: label,
    value: construct.name,
    problem: () => null,
    commit: (name) =>
      design
        .getState()
        .apply(`Rename ${nameOfConstruct(construct)} to ${name || construct.id}`, [
          { kind: 'change', of: construct.kind, id: construct.id, fields: { name } } as never,
        ]),
  })
  return (
    <input
      ref={(input) => input?.select()}
      aria-label={label}
      value={draft.text}
      maxLength={120}
      spellCheck={false}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={onDone}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        draft.onKeyDown(event)
        if (event.key === 'Enter' || event.key === 'Escape') onDone()
      }}
      className="h-5 min-w-0 grow rounded-sm border border-control bg-surface px-1 text-ink"
    />
  )
}
