import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { editorTheme } from './editorTheme.ts'

/** What the editor tells and asks. */
export interface EditorPort {
  readonly label: string
  readonly words: CompletionSource
  readonly onChange: (text: string) => void
  readonly onApply: () => void
  readonly onFormat: () => void
}

/** The editor of a policy. Tab is not among its keys: it leads on, as everywhere on the page. */
export const editorExtensions = (port: EditorPort): Extension => [
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  autocompletion({ override: [port.words], icons: false, maxRenderedOptions: 60 }),
  EditorView.lineWrapping,
  json(),
  placeholder('{ "Version": "2012-10-17", "Statement": [ … ] }'),
  keymap.of([
    { key: 'Mod-Enter', run: () => told(port.onApply) },
    { key: 'Shift-Alt-f', run: () => told(port.onFormat) },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    // the list of remarks stands beside the editor
    ...lintKeymap.filter(({ key }) => key === 'F8'),
    ...defaultKeymap,
  ]),
  EditorView.contentAttributes.of({
    'aria-label': port.label,
    'aria-description': 'JSON. Tab leaves the editor, Control and Space suggest words, Control and Enter apply.',
    spellcheck: 'false',
  }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) port.onChange(update.state.doc.toString())
  }),
  EditorView.domEventHandlers({ beforeinput: typeOver }),
  editorTheme,
]

/** Typing over a selection is done here: the browser would carry styles along into the line, which the Content-Security-Policy forbids. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main
  const { data } = event
  if (event.inputType !== 'insertText' || data === null || empty || view.composing) return false
  const insert = () =>
    view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
  event.preventDefault()
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert)))
    view.dispatch(insert())
  return true
}

function told(tell: () => void): true {
  tell()
  return true
}
