import { ClipboardPaste } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { Field } from '../kit/Field.tsx'
import { useStores } from '../kit/useStore.ts'

/** A text that is imported as a file would be; it stays where it is until that has gone well. */
export function PasteField({ startsFocused = false }: { readonly startsFocused?: boolean }) {
  const { actions } = useStores()
  // not drawn again with each letter: it may be megabytes
  const field = useRef<HTMLTextAreaElement>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    if (startsFocused) field.current?.focus()
  }, [startsFocused])
  async function submit() {
    const text = field.current?.value ?? ''
    if (text.trim() === '') {
      setError('There is no text in the field.')
      field.current?.focus()
      return
    }
    setError(null)
    await actions.openPasted(text)
  }
  return (
    <div className="px-3 py-3">
      <Field
        label="A CloudFormation template, JSON of Terraform’s, what the AWS CLI printed, or a design"
        help="What it is, its text says. The design that is open now stays among those kept in this browser."
        error={error}
      >
        {(aria) => (
          <textarea
            {...aria}
            ref={field}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            placeholder="Paste it here"
            className={classNames(CONTROL, 'h-auto resize-y py-1 font-mono text-xs')}
          />
        )}
      </Field>
      <Button
        look="primary"
        className="mt-2"
        icon={<ClipboardPaste aria-hidden size={14} />}
        onClick={() => void submit()}
      >
        Import this text
      </Button>
    </div>
  )
}
