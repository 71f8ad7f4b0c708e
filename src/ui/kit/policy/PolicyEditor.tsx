import { redo, undo } from '@codemirror/commands'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { type EditorPort, editorExtensions } from './editorExtensions.ts'
import { keepEditing, keptEditing } from './keptEditing.ts'

/** What is done to the editor from outside. */
export interface EditorHandle {
  /** Puts another text there, as one step that can be undone. */
  setText(text: string): void
  /** Brings a part of the text into view and selects it. */
  show(from: number, to: number): void
  undo(): void
  redo(): void
}

interface PolicyEditorProps extends EditorPort {
  /** Names the text: its undo steps outlast the editor. */
  readonly id: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly autoFocus?: boolean
  readonly ref: Ref<EditorHandle>
}

/**
 * The editor itself. It has a root of its own: there its style sheets are made by script, where in the page they would be `<style>` elements, which the
 * Content-Security-Policy forbids.
 */
export function PolicyEditor({ ref, id, text, diagnostics, autoFocus, ...port }: PolicyEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(port)
  latest.current = port
  /** What was told and has not come back yet: somebody may type faster than the page draws. */
  const told = useRef<string[]>([])
  const isPutting = useRef(false)
  const first = useRef({ id, text, autoFocus, label: port.label })

  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' })
    const { id, text, autoFocus, label } = first.current
    const extensions = editorExtensions({
      label,
      words: (context) => latest.current.words(context),
      onChange(typed) {
        if (isPutting.current) return
        told.current.push(typed)
        latest.current.onChange(typed)
      },
      onApply: () => latest.current.onApply(),
      onFormat: () => latest.current.onFormat(),
    })
    const editor = new EditorView({
      state: keptEditing(id, text, extensions) ?? startAt(text, extensions),
      root,
      parent: root,
    })
    view.current = editor
    if (autoFocus) editor.focus()
    return () => {
      keepEditing(id, editor.state)
      view.current = null
      editor.destroy()
    }
  }, [])

  useEffect(() => {
    const back = told.current.indexOf(text)
    if (back >= 0) told.current.splice(0, back + 1)
    else if (view.current && view.current.state.doc.toString() !== text) {
      // it comes from elsewhere: an undo of the page, a draft that was given up
      isPutting.current = true
      putText(view.current, text)
      isPutting.current = false
    }
  }, [text])
  useEffect(() => {
    const editor = view.current
    if (editor) editor.dispatch(setDiagnostics(editor.state, fitting(diagnostics, editor.state.doc.length)))
  }, [diagnostics])

  useImperativeHandle(ref, () => ({
    setText: (next) => view.current && putText(view.current, next),
    show(from, to) {
      const editor = view.current
      if (!editor) return
      const end = editor.state.doc.length
      const [anchor, head] = [Math.min(from, end), Math.min(to, end)]
      editor.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
      editor.focus()
    },
    undo: () => view.current && undo(view.current),
    redo: () => view.current && redo(view.current),
  }))
  return <div ref={host} className="h-full min-h-0" data-policy-editor="" />
}

const startAt = (doc: string, extensions: Parameters<typeof keptEditing>[2]): EditorState =>
  EditorState.create({ doc, extensions })

/** Only what differs is changed, so that the cursor stays. */
function putText(editor: EditorView, text: string): void {
  const before = editor.state.doc.toString()
  let from = 0
  while (from < before.length && from < text.length && before[from] === text[from]) from++
  let end = 0
  const most = Math.min(before.length, text.length) - from
  while (end < most && before.at(-1 - end) === text.at(-1 - end)) end++
  if (from === before.length && from === text.length) return
  editor.dispatch({
    changes: { from, to: before.length - end, insert: text.slice(from, text.length - end) },
    userEvent: 'input',
    scrollIntoView: true,
  })
}

const fitting = (diagnostics: readonly Diagnostic[], length: number): readonly Diagnostic[] =>
  diagnostics.map((one) => ({ ...one, from: Math.min(one.from, length), to: Math.min(one.to, length) }))
