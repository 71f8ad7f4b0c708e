import type { Field } from '../definition.ts'
import type { ConstructKind } from '../registry.ts'
import type { sheets } from '../sheets.ts'

type Sheet = Pick<(typeof sheets)[ConstructKind], 'schema' | 'parent'>

/** Members of the file form that the inspector does not edit: neither the name, nor the container, nor in one of the fields. */
export function uneditedMembers({ schema, parent }: Sheet, fields: readonly Field[]): readonly string[] {
  const edited = new Set(['kind', 'id', 'name', parent?.path.split(/[.[]/)[0], ...fields.map(({ key }) => key)])
  return Object.keys(schema.def.shape).filter((member) => !edited.has(member))
}
