import { remember } from '../../base/remember.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { type ContextValue, SOME_VALUE } from '../../policy/language/context.ts'
import { variablesIn } from '../../policy/language/template.ts'
import type { Policies } from '../../policy/layers/policies.ts'
import type { AccessNet } from '../../topology/access/accessNet.ts'
import { statementsOf } from './statementsOf.ts'

/**
 * The value of a key that carries the id of a VPC or an endpoint. Where AWS has given none yet, policies of the design name things by the ids of their
 * constructs, as templates do by `Ref`, and these tell each other apart. Any other text may be the id that AWS gives: one such, or a variable, and
 * nobody knows. `written`: what the key has around the id.
 */
export function ownIdValue(
  key: string,
  id: ConstructId,
  { design, access, policies }: { readonly design: Design; readonly access: AccessNet; readonly policies: Policies },
  written: (id: string) => string = (text) => text,
): ContextValue {
  const given = access.idOf(id)
  if (given !== null) return [written(given)]
  const own = written('')
  const isOfDesign = (value: string): boolean => {
    const text = value.startsWith(own) ? value.slice(own.length) : value
    return text === '*' || Object.hasOwn(design.constructs, text) || namedByAws(design, access).has(text)
  }
  const isTold = statementsOf(policies).every(
    ({ resources, conditions }) =>
      conditions.every(
        (one) => one.key.toLowerCase() !== key || one.operator.endsWith('Null') || one.values.every(isOfDesign),
      ) &&
      !variablesIn([...(resources?.these ?? []), ...conditions.flatMap(({ values }) => values)], '2012-10-17').some(
        (name) => name.toLowerCase() === key,
      ),
  )
  return isTold ? [written(id)] : SOME_VALUE
}

const known = new WeakMap<Design, ReadonlySet<string>>()

/** Ids that AWS has given to things of the design: none of them is that of another. */
function namedByAws(design: Design, { idOf }: AccessNet): ReadonlySet<string> {
  return remember(known, design, () => new Set(Object.keys(design.constructs).flatMap((id) => idOf(id) ?? [])))
}
