import { useDraft } from '../kit/useDraft.ts'
import { useDesign, useStores } from '../kit/useStore.ts'

const LABEL = 'Title of the design'

/** The title of the design, edited where it stands. */
export function DesignTitle() {
  const { design } = useStores()
  const title = useDesign((state) => state.design.title)
  const draft = useDraft({
    field: LABEL,
    value: title,
    problem: () => null,
    commit: (text) =>
      design.getState().apply('Change the title', [{ kind: 'settings', fields: { title: text || 'Untitled design' } }]),
  })
  return (
    <input
      aria-label={LABEL}
      value={draft.text}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.finish}
      onKeyDown={(event) => {
        draft.onKeyDown(event)
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      className="field-sizing-content h-7 min-w-0 max-w-72 shrink truncate rounded-md border border-transparent bg-transparent px-2 hover:border-line-strong"
    />
  )
}
