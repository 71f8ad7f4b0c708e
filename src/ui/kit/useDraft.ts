import { createContext, type KeyboardEvent, use, useEffect, useRef, useState } from 'react'
import { StoresContext } from './useStore.ts'

/** Tells fields of one name apart: the place of the entry that they belong to. */
export const FieldScope = createContext('')

interface DraftOf {
  /** What the field is called: what is typed into it outlasts the page. Absent = what is typed is no work. */
  readonly field?: string | undefined
  /** The text as it stands in the document. */
  readonly value: string
  /** What is wrong with a text; null = nothing. Such a text stays in the field and is not committed. */
  problem(text: string): string | null
  commit(text: string): void
}

export type Draft = ReturnType<typeof useDraft>

/** Text that is being typed: committed as one step on Enter or when the field is left, given up with Escape. */
export function useDraft({ field: name, value, problem, commit }: DraftOf) {
  const drafts = use(StoresContext)?.drafts
  const scope = use(FieldScope)
  const field = name && scope ? `${name}, ${scope}` : name
  const [draft, setDraft] = useState<{ base: string; text: string; tried: boolean } | null>(() => {
    const text = field === undefined ? null : drafts?.waiting(field, value)
    return typeof text === 'string' ? { base: value, text, tried: true } : null
  })
  // A draft belongs to the value it began from: after an undo the field shows the document again.
  const live = draft && draft.base === value ? draft : null
  const text = live?.text ?? value

  // What is typed is kept letter by letter, before anything is drawn.
  const hold = (typed: string | null) => {
    if (field === undefined) return
    const isWork = typed !== null && typed !== value
    drafts?.hold(field, isWork ? { text: typed, base: value } : null, () => latest.current.finish())
  }
  // A draft is settled once, even where its end and the end of its field come together.
  const settled = useRef<typeof draft>(null)
  const settle = () => {
    settled.current = live
    hold(null)
    setDraft(null)
  }
  const finish = () => {
    if (!live || settled.current === live) return
    const cleaned = cleanText(live.text)
    if (cleaned === value) settle()
    else if (problem(cleaned)) setDraft({ ...live, tried: true })
    else {
      settle()
      commit(cleaned)
    }
  }
  // Selecting something else may take the field away before it loses the focus; what was typed still counts.
  const latest = useRef({ finish, takeBack: () => {} })
  latest.current = {
    finish,
    // What stood here when the page went is taken over as if the field had been left.
    takeBack() {
      hold(text)
      finish()
    },
  }
  useEffect(() => () => latest.current.finish(), [])

  const isBack = useRef(draft !== null)
  useEffect(() => {
    if (field === undefined || !drafts) return
    if (isBack.current) latest.current.takeBack()
    isBack.current = false
    return () => drafts.hold(field, null)
  }, [drafts, field])
  const isOver = draft !== null && live === null
  useEffect(() => {
    if (isOver && field !== undefined) drafts?.hold(field, null)
  }, [isOver, drafts, field])

  return {
    text,
    dirty: live !== null && live.text !== value,
    error: live === null || live.tried ? problem(cleanText(text)) : null,
    change: (next: string) => {
      setDraft({ base: value, text: next, tried: live?.tried ?? false })
      hold(next)
    },
    finish,
    revert: settle,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') finish()
      if (event.key === 'Escape' && live) {
        event.stopPropagation()
        event.preventDefault()
        settle()
      }
    },
  }
}

/** Without what a paste brings along: line ends, tabs and other invisible characters, spaces at the ends. */
const cleanText = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
