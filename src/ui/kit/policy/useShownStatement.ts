import { type RefObject, useEffect } from 'react'
import type { AnswerOf } from '../../../engine/index.ts'
import type { EditorHandle } from './PolicyEditor.tsx'

/** Brings the statement into view that a link leads to, once it is known where it stands. */
export function useShownStatement(
  editor: RefObject<EditorHandle | null>,
  reading: AnswerOf<'readPolicy'> | null,
  shown: number | null,
  onShown: () => void,
) {
  useEffect(() => {
    const at = shown === null ? null : reading?.statements[shown]?.at
    if (!at) return
    editor.current?.show(at.from, at.to)
    onShown()
  }, [editor, reading, shown, onShown])
}
