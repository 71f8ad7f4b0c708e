import { readField } from '../../core/model/fields/index.ts'
import type { Field } from '../../core/model/index.ts'
import { FieldFindings } from './ConstructFindings.tsx'
import { type Path, useEditing } from './EditingContext.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { RowsInput } from './inputs/RowsInput.tsx'

interface FieldListProps {
  readonly fields: readonly Field[]
  /** The construct itself, or one row of it. */
  readonly holder: object
  readonly path: Path
  /** A new holder: shows what an emptied text becomes. */
  readonly blank: Readonly<Record<string, unknown>>
  readonly bare?: boolean
}

/** The fields that apply to the construct, each at its place. */
export function FieldList({ fields, holder, path, blank, bare = false }: FieldListProps) {
  const { construct } = useEditing()
  return fields
    .filter((field) => field.when?.(construct) ?? true)
    .map((field) => {
      // Traffic is of the row itself, which has its place already.
      const isRow = field.input === 'traffic'
      const own = isRow ? path : [...path, ...field.key.split('.')]
      const value = readField(holder, field)
      return (
        <div
          key={field.key}
          data-path={isRow ? undefined : own.join('/')}
          tabIndex={-1}
          className="min-w-0 outline-none"
        >
          {field.input === 'rows' ? (
            <RowsInput field={field} value={value} path={own}>
              {(row) => <FieldList fields={field.of} blank={field.blank} {...row} />}
            </RowsInput>
          ) : (
            <FieldEditor
              field={field}
              value={value}
              path={own}
              empty={
                (field.input === 'text' && blank[field.key] !== null) ||
                (field.input === 'number' && blank[field.key] === undefined)
                  ? ''
                  : null
              }
              bare={bare}
            />
          )}
          {path.length === 0 ? <FieldFindings name={field.key.split('.')[0]!} /> : null}
        </div>
      )
    })
}
