import type { Edit } from '../../model/edit.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'

/** The edit that replaces whole fields of one construct. */
export const change = <K extends ConstructKind>(
  of: K,
  id: ConstructId,
  fields: Partial<Omit<ConstructOf<K>, 'kind' | 'id'>>,
): Edit => ({ kind: 'change', of, id, fields }) as unknown as Edit // the union over K cannot be followed by the compiler
