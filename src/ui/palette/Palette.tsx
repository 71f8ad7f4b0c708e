import { Search } from 'lucide-react'
import { useState } from 'react'
import { type ConstructKind, readAddable } from '../../core/model/index.ts'
import { kindForms } from '../constructs/index.ts'
import { usePart } from '../kit/usePart.ts'
import { useView } from '../kit/useStore.ts'
import './palette.css'
import { PaletteItem } from './PaletteItem.tsx'
import { paletteGroups } from './paletteGroups.ts'

/** All kinds of construct: to drag onto the canvas, to press and then place, or to add from the keyboard. */
export function Palette() {
  const [filter, setFilter] = useState('')
  const placing = useView((state) => state.placing)
  const { value: forms } = usePart(kindForms)
  const summaryOf = (kind: ConstructKind) => forms?.formOf(kind).summary ?? ''
  const groups = paletteGroups(filter, summaryOf)
  return (
    <nav aria-label="Constructs" className="palette flex h-full min-h-0 flex-col border-line border-r bg-surface">
      <label className="palette-filter relative block px-2.5 pt-2.5 pb-1.5">
        <span className="sr-only">Filter constructs</span>
        <Search size={14} aria-hidden className="-translate-y-1/2 absolute top-[calc(50%+2px)] left-4.5 text-faint" />
        <input
          type="search"
          value={filter}
          placeholder="Filter"
          className="h-7 w-full min-w-0 rounded-md border border-control bg-surface pr-2 pl-7 text-ink placeholder:text-faint hover:border-soft"
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter !== '') {
              event.stopPropagation()
              setFilter('')
            }
          }}
        />
      </label>
      <div className="relative min-h-0 grow overflow-y-auto px-1.5 pb-3">
        {groups.map(({ id, title, kinds }) => (
          <section key={id} aria-labelledby={`palette-${id}`}>
            <h3 id={`palette-${id}`} className="palette-heading px-1.5 pt-2.5 pb-1 font-medium text-[11px] text-faint">
              {title}
            </h3>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>
                  <PaletteItem kind={kind} summary={summaryOf(readAddable(kind).kind)} isPlacing={placing === kind} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p className="px-2 py-3 text-faint">Nothing is called “{filter}”.</p>}
      </div>
    </nav>
  )
}
