import { historyField } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'

/** States of editors that have gone, with their undo steps: of the last few texts. */
const kept = new Map<string, { readonly text: string; readonly json: unknown }>()
const MOST_KEPT = 20
const FIELDS = { history: historyField }

/** Keeps what was typed in an editor that goes, to be undone in the next one. */
export function keepEditing(id: string, state: EditorState): void {
  kept.delete(id)
  kept.set(id, { text: state.doc.toString(), json: state.toJSON(FIELDS) })
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
}

/** The state of before where its text is still this one; null where it is not. */
export function keptEditing(id: string, text: string, extensions: Extension): EditorState | null {
  const before = kept.get(id)
  return before?.text === text ? EditorState.fromJSON(before.json, { extensions }, FIELDS) : null
}
