import { Maximize2, Pencil } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Badge } from '../Badge.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { IconButton } from '../IconButton.tsx'
import { lazyPart } from '../lazyPart.tsx'
import { useView } from '../useStore.ts'
import { PolicySummary } from './PolicySummary.tsx'
import { idOfPlace, lineEnds, type PolicyPlace } from './policyPlace.ts'
import { usePolicyDraft } from './usePolicyDraft.ts'

/** The editor is large, and most designs have no policy. */
const PolicyDesk = lazyPart(async () => (await import('./PolicyDesk.tsx')).PolicyDesk)

interface PolicyFieldProps {
  readonly label: string
  readonly help?: string | undefined
  /** What no policy means. */
  readonly none: string
  readonly value: string | null
  readonly place: PolicyPlace
  /** There is no room below it. */
  readonly onlyOver?: boolean
}

/** A policy in a few words, and the editor of it: below, or over the page where there is more room. */
export function PolicyField({ label, help, none, value, place, onlyOver }: PolicyFieldProps) {
  const id = useId()
  const written = lineEnds(value ?? '')
  const draft = usePolicyDraft(idOfPlace(place), written)
  const [open, setOpen] = useState<'below' | 'over' | null>(null)
  const [shown, setShown] = useState<number | null>(null)
  const focus = useView((state) => state.focus)
  const { at } = place
  const path = at.path.join('/')
  // a link leads to a statement: the editor shows it
  useEffect(() => {
    if (focus?.construct !== at.construct || focus.path.length <= path.split('/').length) return
    const inside = focus.path.slice(path.split('/').length)
    if (focus.path.slice(0, -inside.length).join('/') !== path) return
    setOpen((before) => before ?? 'below')
    setShown(typeof inside[1] === 'number' ? inside[1] : 0)
  }, [focus, at.construct, path])

  const verb = open === 'below' ? 'Close' : value === null && !draft.isDraft ? 'Write' : 'Edit'
  const desk = (isWide: boolean) => (
    <PolicyDesk
      place={place}
      draft={draft}
      isWide={isWide}
      shown={shown}
      onShown={() => setShown(null)}
      onClose={() => setOpen(null)}
      onEnlarge={() => setOpen('over')}
    />
  )
  return (
    <fieldset aria-labelledby={id} className="min-w-0">
      <div className="mb-1 flex min-h-7 items-center gap-1">
        <span id={id} className="min-w-0 grow text-soft text-xs">
          {label}
        </span>
        {draft.isDraft ? <Badge tone="warn">Draft</Badge> : null}
        <Button
          look="ghost"
          aria-expanded={onlyOver ? undefined : open === 'below'}
          aria-label={`${verb} ${place.title}`}
          icon={<Pencil aria-hidden size={13} />}
          onClick={() => setOpen(onlyOver ? 'over' : open === 'below' ? null : 'below')}
        >
          {verb}
        </Button>
        {onlyOver ? null : (
          <IconButton
            label={`${place.title} in a large editor`}
            icon={<Maximize2 aria-hidden size={14} />}
            onClick={() => setOpen('over')}
          />
        )}
      </div>
      <PolicySummary text={written} none={none} place={place} isDraft={draft.isDraft} isLengthSaid={open !== 'below'} />
      {open === 'below' ? desk(false) : null}
      {open === 'over' ? (
        <Dialog
          title={place.title}
          onClose={() => setOpen(null)}
          className="h-[52rem] w-[76rem] max-sm:max-h-dvh max-sm:max-w-full max-sm:rounded-none"
        >
          {desk(true)}
        </Dialog>
      ) : null}
      {help ? <p className="mt-1 text-faint text-xs leading-4">{help}</p> : null}
    </fieldset>
  )
}
