import type { ChangeEdit, Construct } from '../../core/model/index.ts'
import type { Path } from './EditingContext.ts'

/** The edit that puts a value at a place in a construct. */
export function changeAt(construct: Construct, path: Path, value: unknown): ChangeEdit {
  const [key, ...rest] = path
  const before = (construct as unknown as Readonly<Record<string, unknown>>)[String(key)]
  return {
    kind: 'change',
    of: construct.kind,
    id: construct.id,
    fields: { [String(key)]: replaceAt(before, rest, value) },
  } as ChangeEdit
}

function replaceAt(holder: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = holder as readonly unknown[]
    return list.map((item, index) => (index === step ? replaceAt(item, rest, value) : item))
  }
  const object = holder as Readonly<Record<string, unknown>>
  return { ...object, [step]: replaceAt(object[step], rest, value) }
}
