import type { ConstructKind } from './kindNames.ts'
import type { ConstructOf } from './registry.ts'
import { sheets } from './sheets.ts'

/** A new construct: what its sheet says of a blank one, and for the rest AWS's defaults, as a file has them that says nothing. `parent` is the id of its container ('' where it has none). */
export function createConstruct<K extends ConstructKind>(
  kind: K,
  id: string,
  name: string,
  parent: string,
): ConstructOf<K> {
  const { schema, blank } = sheets[kind]
  const said: Readonly<Record<string, unknown>> = { kind, id, name, ...blank(parent, id) }
  const fields = Object.entries(schema.def.shape).map(([key, { def }]) => [
    key,
    key in said || !('defaultValue' in def) ? said[key] : def.defaultValue,
  ])
  return Object.fromEntries(fields) as ConstructOf<K>
}
