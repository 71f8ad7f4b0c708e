import type { Field } from '../kinds/definition.ts'
import { formOf } from '../kinds/forms/forms.ts'
import type { Construct } from '../kinds/registry.ts'
import { fieldProblem } from './fieldProblem.ts'

/** One field of a construct whose value cannot be right. `path` leads to it inside the construct: `['routes', 2, 'destination']`. */
export interface FieldProblem {
  readonly path: readonly (string | number)[]
  readonly field: Field
  readonly message: string
}

/** The value that a field shows: a member of the construct or row; for `traffic` the row itself, whose members it edits together. */
export function readField(holder: object, field: Field): unknown {
  if (field.input === 'traffic') return holder
  let value: unknown = holder
  for (const step of field.key.split('.'))
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step]
  return value
}

/** Everything that is wrong with the values of a construct's fields, row by row. Fields that do not apply to it are left out. */
export const fieldProblems = (construct: Construct): readonly FieldProblem[] => [
  ...problemsIn(construct, formOf(construct.kind).fields, [], construct),
]

function* problemsIn(
  holder: object,
  fields: readonly Field[],
  above: FieldProblem['path'],
  construct: Construct,
): Iterable<FieldProblem> {
  for (const field of fields) {
    if (field.when && !field.when(construct)) continue
    const value = readField(holder, field)
    const path = field.input === 'traffic' ? above : [...above, ...field.key.split('.')]
    const message = fieldProblem(field, value)
    if (message) yield { path, field, message }
    else if (field.input === 'rows')
      for (const [index, row] of ((value ?? []) as readonly object[]).entries())
        yield* problemsIn(row, field.of, [...path, index], construct)
  }
}
