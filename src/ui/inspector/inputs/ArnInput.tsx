import { fieldProblem } from '../../../core/model/fields/index.ts'
import { type Field, RESOURCE_SHAPES, readResourceArn, resourceArn } from '../../../core/model/index.ts'
import { SelectField } from '../../kit/Select.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'

const OTHER = 'other'
const KINDS = [
  ...Object.entries(RESOURCE_SHAPES).map(([value, { title }]) => ({ value, label: title })),
  { value: OTHER, label: 'Something else, by its ARN' },
]

type Text = Extract<Field, { readonly isArn?: true }>['input']

/** An ARN, written by what it is of and that thing’s name; any other letter by letter. */
export function ArnInput({ field, value, path }: InputProps<Text>) {
  const { commit } = useEditing()
  const arn = typeof value === 'string' ? value : ''
  const read = readResourceArn(arn)
  const problem = (text: string) => fieldProblem(field, text)
  return (
    <>
      <SelectField
        label={`${field.label} of`}
        value={read?.service ?? OTHER}
        options={KINDS}
        onChange={(service) =>
          commit(path, service === OTHER ? otherArn(arn) : resourceArn(service, read?.name ?? nameIn(arn), arn), 'Kind')
        }
      />
      {read ? (
        <TextField
          label="Resource name"
          className="mt-2"
          help={arn}
          mono
          value={read.name}
          problem={(text) => (text === '' ? 'Must not be empty' : problem(resourceArn(read.service, text, arn)))}
          onCommit={(text) => commit(path, resourceArn(read.service, text, arn), 'Name')}
        />
      ) : (
        <TextField
          label={field.label}
          className="mt-2"
          help={field.help}
          mono
          multiline
          maxLength={field.most ?? 255}
          value={arn}
          problem={problem}
          onCommit={(text) => commit(path, text)}
        />
      )}
    </>
  )
}

const nameIn = (arn: string): string => arn.split(/[:/]/).at(-1) || 'example'
/** Of a service that has no shape of its own here; what it is, the person types. */
const otherArn = (arn: string): string => {
  const [, partition = 'aws', , region = '', account = ''] = arn.split(':')
  return `arn:${partition}:logs:${region}:${account}:log-group:${nameIn(arn)}`
}
