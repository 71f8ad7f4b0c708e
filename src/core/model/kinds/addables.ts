import { constructKinds, definitions } from './definitions.ts'
import type { ConstructKind } from './kindNames.ts'
import { RESOURCE_SHAPES } from './resourceShapes.ts'

/** What one adds: a kind, or a form of it that goes by a name of its own, such as `policy-resource/sns`. */
export type Addable = ConstructKind | `policy-resource/${string}`

/** All that can be added. */
export const addables: readonly Addable[] = constructKinds.flatMap((kind): readonly Addable[] =>
  kind === 'policy-resource'
    ? [...Object.keys(RESOURCE_SHAPES).map((service) => `${kind}/${service}` as const), kind]
    : [kind],
)

export const isAddable = (text: string | null): text is Addable => addables.some((one) => one === text)

/** Its kind, and the form where it has one. */
export function readAddable(addable: Addable): { readonly kind: ConstructKind; readonly form: string | null } {
  const [kind, form = null] = addable.split('/')
  return { kind: kind as ConstructKind, form }
}

/** What people call it: `SNS topic`, `an SNS topic`. */
export function wordsOfAddable(addable: Addable): { readonly title: string; readonly noun: string } {
  const { kind, form } = readAddable(addable)
  return RESOURCE_SHAPES[form ?? ''] ?? definitions[kind]
}
