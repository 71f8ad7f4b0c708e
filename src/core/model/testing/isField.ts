import type { ConstructKind } from '../kinds/kindNames.ts'
import { sheets } from '../kinds/sheets.ts'

/** What of a schema's definition the walk down a path looks at. */
interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, { readonly def: Def }>>
  readonly element?: { readonly def: Def }
  readonly innerType?: { readonly def: Def }
  readonly valueType?: { readonly def: Def }
  readonly options?: readonly { readonly def: Def }[]
}

/** Whether the sheet of a kind has a field at a path, such as `routes`, 3, `target`. Indexes may be any: whether the entry is there the design says. */
export const isField = (kind: ConstructKind, path: readonly (string | number)[]): boolean =>
  leads(sheets[kind].schema.def as unknown as Def, path)

function leads(def: Def, path: readonly (string | number)[]): boolean {
  const [step, ...rest] = path
  if (step === undefined) return true
  // a place may go on into the text of a policy
  if (def.type === 'string') return step === 'Statement'
  if (def.innerType) return leads(def.innerType.def, path)
  if (def.options) return def.options.some((option) => leads(option.def, path))
  if (def.shape) return Object.hasOwn(def.shape, step) && leads(def.shape[step]!.def, rest)
  if (def.element) return typeof step === 'number' && leads(def.element.def, rest)
  return def.valueType !== undefined && leads(def.valueType.def, rest)
}
