import { EditorView } from '@codemirror/view'
import { act, cleanup, render } from '@testing-library/react'
import { useLayoutEffect, useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { PolicyEditor } from './PolicyEditor.tsx'

Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList

afterEach(cleanup)

const editor = (): EditorView =>
  EditorView.findFromDOM(
    document.querySelector('[data-policy-editor]')!.shadowRoot!.querySelector<HTMLElement>('.cm-editor')!,
  )!
const type = (insert: string) => editor().dispatch({ changes: { from: editor().state.doc.length, insert } })

/** Where the text is kept, and what happens between the drawing of it and what follows from that. */
function Host({ id, onDrawn }: { readonly id: string; readonly onDrawn: (text: string) => unknown }) {
  const [text, setText] = useState('')
  useLayoutEffect(() => {
    onDrawn(text)
  }, [onDrawn, text])
  return (
    <>
      <button type="button" onClick={() => setText('another')}>
        Replace
      </button>
      <PolicyEditor
        ref={null}
        id={id}
        label="Policy"
        text={text}
        diagnostics={[]}
        words={() => null}
        onChange={setText}
        onApply={() => undefined}
        onFormat={() => undefined}
      />
    </>
  )
}

it('keeps a letter that comes while the one before is being drawn', () => {
  render(<Host id="quick" onDrawn={(text) => text === 'a' && type('b')} />)
  act(() => type('a'))
  expect(editor().state.doc.toString()).toBe('ab')
})

it('takes over a text that comes from elsewhere', () => {
  const { getByText } = render(<Host id="elsewhere" onDrawn={() => undefined} />)
  act(() => type('mine'))
  act(() => getByText('Replace').click())
  expect(editor().state.doc.toString()).toBe('another')
})

it('undoes what was typed in the editor before', async () => {
  const { undo } = await import('@codemirror/commands')
  const { unmount } = render(<Host id="kept" onDrawn={() => undefined} />)
  act(() => type('mine'))
  act(() => void undo(editor()))
  expect(editor().state.doc.toString()).toBe('')
  unmount()
  render(<Host id="kept" onDrawn={() => undefined} />)
  const { redo } = await import('@codemirror/commands')
  act(() => void redo(editor()))
  expect(editor().state.doc.toString()).toBe('mine')
})
