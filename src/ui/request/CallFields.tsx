import { KeyRound, X } from 'lucide-react'
import { useState } from 'react'
import type { ApiCall } from '../../core/model/index.ts'
import type { RequestDraft } from '../../state/index.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useDesign, useEngine } from '../kit/useStore.ts'
import { CallDetails } from './CallDetails.tsx'
import { CallPart } from './CallPart.tsx'
import { type ActionOption, listActions, listPrincipals, listResources, roleOf } from './listCalls.ts'

interface CallFieldsProps {
  readonly api: ApiCall
  readonly onChange: (fields: Partial<RequestDraft>) => void
  /** Chosen as a whole: asked at once. */
  readonly onPick: (fields: Partial<RequestDraft>) => void
}

/** What is asked of AWS, as a sentence under the request: which action, on what, as whom, carrying which condition keys. */
export function CallFields({ api, onChange, onPick }: CallFieldsProps) {
  const design = useDesign((state) => state.design)
  const { from, to } = useEngine((state) => state.draft)
  const { action, resource, principal, session, context } = api
  const { value: offered } = useAnswer('suggestCall', { from, to, action })
  const [more, setMore] = useState(false)
  const hasMore = Object.keys(context).length > 0 || (session?.length ?? 0) > 0
  const set = (fields: Partial<ApiCall>) => onChange({ api: { ...api, ...fields } })
  const isOpen = more || hasMore
  return (
    <fieldset className="flex basis-full flex-wrap items-center gap-1.5 border-line border-t pt-1.5">
      <legend className="sr-only">The call</legend>
      <CallPart
        word="and call"
        label="Action"
        placeholder="s3:GetObject"
        className="basis-44"
        autoFocus={action === ''}
        value={action}
        options={listActions(offered)}
        onCommit={(text) => set({ action: text })}
        onPick={(option) => {
          const { resource: whole } = option as ActionOption
          if (whole === undefined) set({ action: option.value })
          else onPick({ api: { ...api, action: option.value, resource: whole } })
        }}
      />
      <CallPart
        word="on"
        label="Resource"
        placeholder="*"
        className="basis-52 max-sm:order-1 max-sm:basis-40 sm:grow-2"
        value={resource}
        options={listResources(offered)}
        onCommit={(text) => set({ resource: text })}
      />
      <CallPart
        word="as"
        label="Principal"
        placeholder={roleOf(design, from)}
        className="basis-40 max-sm:order-1"
        value={principal ?? ''}
        options={listPrincipals(offered, roleOf(design, from))}
        onCommit={(text) => set({ principal: text === '' ? undefined : text })}
      />
      <IconButton
        label={isOpen ? 'Without condition keys and session policies' : 'Condition keys and session policies'}
        aria-expanded={isOpen}
        icon={<KeyRound aria-hidden size={14} />}
        onClick={() => {
          setMore(!isOpen)
          if (isOpen) set({ context: {}, session: undefined })
        }}
      />
      <IconButton
        label={`Without the call ${action}`.trim()}
        icon={<X aria-hidden size={14} />}
        onClick={() => onChange({ api: undefined })}
      />
      {isOpen ? <CallDetails api={api} from={from} keys={offered?.keys ?? []} onChange={set} /> : null}
    </fieldset>
  )
}
