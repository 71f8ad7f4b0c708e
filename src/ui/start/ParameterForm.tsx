import { type FormEvent, useRef, useState } from 'react'
import type { AskedParameter } from '../../core/import/index.ts'
import { isOpen } from '../../state/isOpen.ts'
import type { ImportSource } from '../../state/types.ts'
import { Button } from '../kit/Button.tsx'
import { Section } from '../kit/Section.tsx'
import { useStores } from '../kit/useStore.ts'
import { ParameterField } from './ParameterField.tsx'
import { parameterProblem } from './parameterProblem.ts'

const keyOf = ({ file, name }: AskedParameter): string => `${file}:${name}`

/** Asks for the values of parameters, those without one first, and imports again with them. */
export function ParameterForm({ source }: { readonly source: ImportSource }) {
  const { actions, view } = useStores()
  const [values, setValues] = useState<Readonly<Record<string, string>>>(source.values)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { parameters } = source
  const open = parameters.filter(isOpen)
  const others = parameters.filter((one) => !isOpen(one))
  const problemOf = (parameter: AskedParameter): string | null => {
    const value = values[keyOf(parameter)]
    return value === undefined ? null : parameterProblem(parameter, value)
  }
  const missing = open.filter((one) => values[keyOf(one)] === undefined).length

  function change(parameter: AskedParameter, value: string | undefined) {
    const { [keyOf(parameter)]: _, ...rest } = values
    setValues(value === undefined ? rest : { ...rest, [keyOf(parameter)]: value })
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const wrong = parameters.find((one) => problemOf(one) !== null)
    if (!wrong) return void actions.importAgain(values)
    // its field may be folded away
    view.getState().say(`${wrong.name}: ${problemOf(wrong)}`, 'error')
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const list = (asked: readonly AskedParameter[]) => (
    <Files
      parameters={asked}
      field={(one) => (
        <ParameterField
          key={keyOf(one)}
          parameter={one}
          value={values[keyOf(one)]}
          error={tried ? problemOf(one) : null}
          onChange={(value) => change(one, value)}
        />
      )}
    />
  )
  const actionRow = (
    <div className="flex flex-wrap items-center gap-2 py-2">
      <Button type="submit" look="primary">
        Import again with these values
      </Button>
      {source.refusal === null ? (
        <span className="text-faint text-xs">
          It opens as a design of its own; the one that is open now stays among those kept in this browser.
        </span>
      ) : null}
    </div>
  )
  return (
    <form ref={form} onSubmit={submit} noValidate autoComplete="off">
      {open.length > 0 ? (
        <Section title={`Parameters without a value (${missing} of ${open.length})`}>
          <p className="mb-2 text-soft text-xs">
            What is left empty is not known, and what depends on it cannot be told. Values stay in this page and are
            forgotten with it.
          </p>
          {list(open)}
          {actionRow}
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={`Parameters that have a value (${others.length})`} startClosed>
          {list(others)}
          {open.length > 0 ? null : actionRow}
        </Section>
      ) : null}
    </form>
  )
}

/** The fields of each template under its name, where there are several. */
function Files({
  parameters,
  field,
}: {
  readonly parameters: readonly AskedParameter[]
  readonly field: (parameter: AskedParameter) => React.ReactNode
}) {
  const files = [...new Set(parameters.map(({ file }) => file))]
  return files.map((file) => (
    <fieldset key={file} className="mb-2 min-w-0">
      <legend className={files.length > 1 ? 'mb-1 font-medium text-xs' : 'sr-only'}>{file}</legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        {parameters.filter((one) => one.file === file).map(field)}
      </div>
    </fieldset>
  ))
}
