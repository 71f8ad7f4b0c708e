import { Download, History, Trash2 } from 'lucide-react'
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
    actions.listSaved().then((found) => {
      if (wanted) setCopies(found)
    })
    return () => {
      wanted = false
    }
  }, [actions])
  if (copies.length === 0) return null
  const shown = all ? copies : copies.slice(0, SHOWN)
  return (
    <section className="mt-5">
      <h3 className="font-medium">Kept in this browser</h3>
      <p className="mt-0.5 mb-2 text-faint text-xs">
        Opening one leaves the others as they are. Of each design a snapshot is kept every five minutes of work; after
        an hour one an hour stays, after two days one a day, after a month one a week. Nothing else is removed but by
        you.
      </p>
      <ul className="flex flex-col rounded-lg border border-line">
        {shown.map((copy) => (
          <CopyItem
            key={`${copy.kind}/${copy.id}`}
            copy={copy}
            onRemove={async () => {
              if (await actions.removeSaved(copy)) setCopies(await actions.listSaved())
            }}
          />
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

const KINDS: Readonly<Record<SavedCopy['kind'], string>> = {
  workspace: '',
  version: 'snapshot · ',
  damaged: 'cannot be read · ',
}

interface CopyItemProps {
  readonly copy: SavedCopy
  readonly onRemove: () => Promise<void>
}

function CopyItem({ copy, onRemove }: CopyItemProps) {
  const { actions } = useStores()
  const [removing, setRemoving] = useState(false)
  return (
    <li className="flex flex-wrap items-center gap-2 border-line border-t py-1 pr-1 pl-3 first:border-t-0">
      <History aria-hidden size={15} className="shrink-0 text-faint" />
      <span className="min-w-0 grow truncate">
        {copy.title}
        <span className="ml-2 text-faint text-xs">
          {KINDS[copy.kind]}
          {new Date(copy.savedAt).toLocaleString()}
          {copy.note ? ` · ${copy.note}` : ''}
        </span>
      </span>
      {removing ? (
        <>
          <span role="alert" className="text-soft">
            Remove it for good?
          </span>
          <Button
            onClick={async () => {
              if (await actions.downloadSaved(copy)) await onRemove()
            }}
          >
            Download, then remove
          </Button>
          <Button look="danger" onClick={onRemove}>
            Remove
          </Button>
          <Button look="ghost" onClick={() => setRemoving(false)}>
            Keep
          </Button>
        </>
      ) : (
        <>
          <IconButton
            label={`Download ${copy.title} as it is`}
            icon={<Download aria-hidden size={15} />}
            onClick={() => actions.downloadSaved(copy)}
          />
          <IconButton
            label={`Remove ${copy.title}`}
            icon={<Trash2 aria-hidden size={15} />}
            onClick={() => setRemoving(true)}
          />
          {copy.kind === 'damaged' ? null : <Button onClick={() => actions.restoreSaved(copy)}>Open</Button>}
        </>
      )}
    </li>
  )
}
