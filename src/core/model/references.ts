import type { ReferenceField } from './kinds/definition.ts'
import { constructKinds, definitions } from './kinds/definitions.ts'
import type { Construct, ConstructId, ConstructKind } from './kinds/registry.ts'

/** One place in a construct that names another. */
export interface Reference {
  readonly path: readonly (string | number)[]
  readonly to: ConstructId
  readonly field: ReferenceField
}

interface CompiledField {
  readonly field: ReferenceField
  /** `null` stands for "every entry". */
  readonly steps: readonly (string | null)[]
}

const compiled: ReadonlyMap<ConstructKind, readonly CompiledField[]> = new Map(
  constructKinds.map((kind) => [
    kind,
    definitions[kind].references.map((field) => ({
      field,
      steps: field.path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), null] : [part])),
    })),
  ]),
)

/** Every place in the construct that names another, whether that one exists or not. */
export function referencesOf(construct: Construct): readonly Reference[] {
  const found: Reference[] = []
  for (const { field, steps } of compiled.get(construct.kind) ?? []) collect(construct, steps, 0, [], field, found)
  return found
}

function collect(
  value: unknown,
  steps: readonly (string | null)[],
  at: number,
  path: readonly (string | number)[],
  field: ReferenceField,
  found: Reference[],
): void {
  if (at === steps.length) {
    if (typeof value === 'string' && value !== '' && !field.literal?.(value)) found.push({ path, to: value, field })
    return
  }
  if (typeof value !== 'object' || value === null) return
  const step = steps[at]!
  if (step !== null) {
    const inner = (value as Record<string, unknown>)[step]
    if (inner !== undefined && inner !== null) collect(inner, steps, at + 1, [...path, step], field, found)
    return
  }
  if (!Array.isArray(value)) return
  for (let i = 0; i < value.length; i++) collect(value[i], steps, at + 1, [...path, i], field, found)
}
