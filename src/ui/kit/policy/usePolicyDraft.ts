import { useEffect, useState } from 'react'
import { useStores } from '../useStore.ts'

export type PolicyDraft = ReturnType<typeof usePolicyDraft>

/** The text of a policy as it is being written: kept as it is typed, whatever is selected meanwhile, until it is applied or given up. */
export function usePolicyDraft(id: string, value: string) {
  const { drafts } = useStores()
  const [draft, setDraft] = useState(() => {
    const before = drafts.putByIn(id)
    return before && before.text !== value ? { text: before.text, base: before.base } : null
  })
  const put = (next: typeof draft) => {
    setDraft(next)
    drafts.putBy(id, next)
  }
  const isDone = draft !== null && draft.text === value
  useEffect(() => {
    if (!isDone) return
    setDraft(null)
    drafts.putBy(id, null)
  }, [isDone, drafts, id])
  return {
    text: draft?.text ?? value,
    isDraft: draft !== null && !isDone,
    /** What it began from stands there no more. */
    isOvertaken: draft !== null && !isDone && draft.base !== value,
    change: (text: string) => put(text === value ? null : { text, base: draft?.base ?? value }),
    discard: () => put(null),
  }
}
