import { FolderOpen, Scale } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { messageOf } from '../../core/base/index.ts'
import { Button } from '../kit/Button.tsx'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useStores } from '../kit/useStore.ts'

/** Takes what verify.sh printed, to hold it against the answers of the model. */
export function ObservedDialog() {
  const { actions, view } = useStores()
  // not drawn again with each letter
  const field = useRef<HTMLTextAreaElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)
  // once the dialog is open, which takes the focus
  useEffect(() => field.current?.focus(), [])
  async function compare(event?: FormEvent | KeyboardEvent) {
    event?.preventDefault()
    const problem = await actions.takeObserved(field.current?.value ?? '')
    setError(problem)
    if (problem !== null) field.current?.focus()
  }
  async function read(file: File) {
    try {
      field.current!.value = await file.text()
    } catch (problem) {
      return setError(`“${file.name}” could not be read. ${messageOf(problem)}`)
    }
    await compare()
  }
  return (
    <Dialog title="Compare with reality" onClose={() => view.getState().openDialog(null)} className="w-[44rem]">
      <form onSubmit={compare} className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
        <p className="text-soft">
          Every export of a design with pinned requests holds <code className="font-mono text-xs">verify.sh</code> (for
          PowerShell <code className="font-mono text-xs">verify.ps1</code>), which tries them on what was deployed.
          Requests that come to something else there than in the model are marked until the design changes.
        </p>
        <Field
          label="What verify.sh printed"
          help="Its table, or its lines of JSON (--json). It can also be dropped anywhere on the page. Ctrl+Enter compares."
          error={error}
        >
          {(aria) => (
            <textarea
              {...aria}
              ref={field}
              rows={9}
              spellCheck={false}
              autoComplete="off"
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void compare(event)
              }}
              placeholder="Paste it here"
              className={classNames(CONTROL, 'h-auto resize-y whitespace-pre py-1 font-mono text-xs')}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button icon={<FolderOpen aria-hidden size={14} />} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <Button type="submit" look="primary" icon={<Scale aria-hidden size={14} />}>
            Compare
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept=".txt,.log,.json,.jsonl,.ndjson,text/plain"
          className="hidden"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void read(file)
          }}
        />
      </form>
    </Dialog>
  )
}
