import { Download, History } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SavedCopy } from '../../state/index.ts'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { useStores } from '../kit/useStore.ts'

const SHOWN = 5

/** Earlier work that this browser kept; nothing where there is none. */
export function SavedCopies() {
  const { actions } = useStores()
  const [copies, setCopies] = useState<readonly SavedCopy[]>([])
  const [all, setAll] = useState(false)
  useEffect(() => {
    let wanted = true
    actions.listSaved().then((list) => {
      if (wanted) setCopies(list)
    })
    return () => {
      wanted = false
    }
  }, [actions])
  if (copies.length === 0) return null
  const shown = all ? copies : copies.slice(0, SHOWN)
  return (
    <section className="mt-5">
      <h3 className="mb-2 font-medium">Kept in this browser</h3>
      <ul className="flex flex-col rounded-lg border border-line">
        {shown.map((copy) => (
          <li
            key={`${copy.kind}/${copy.id}`}
            className="flex items-center gap-2 border-line border-t py-1 pr-1 pl-3 first:border-t-0"
          >
            <History aria-hidden size={15} className="shrink-0 text-faint" />
            <span className="min-w-0 grow truncate">
              {copy.title}
              <span className="ml-2 text-faint text-xs">
                {copy.kind === 'damaged' ? 'cannot be read · ' : ''}
                {new Date(copy.savedAt).toLocaleString()}
                {copy.note ? ` · ${copy.note}` : ''}
              </span>
            </span>
            <IconButton
              label={`Download ${copy.title} as it is`}
              icon={<Download aria-hidden size={15} />}
              onClick={() => actions.downloadSaved(copy)}
            />
            {copy.kind === 'damaged' ? null : <Button onClick={() => actions.restoreSaved(copy)}>Open</Button>}
          </li>
        ))}
      </ul>
      {shown.length < copies.length ? (
        <Button look="ghost" className="mt-1" onClick={() => setAll(true)}>
          Show {copies.length - shown.length} more
        </Button>
      ) : null}
    </section>
  )
}
