import {
  addables,
  type ConstructKind,
  constructAt,
  constructKinds,
  type Design,
  definitions,
  formOf,
  parentOf,
  readAddable,
  wordsOfAddable,
} from '../../core/model/index.ts'
import type { ComboboxOption } from '../kit/Combobox.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'

/** Every kind that can be added; first those that would lie in what is selected or, where that holds nothing, in its container. */
export function addableOf(design: Design, selected: string | undefined): readonly ComboboxOption[] {
  let into = constructAt(design, selected ?? '')
  while (into && !constructKinds.some((kind) => liesWithin(kind, into!.kind)))
    into = constructAt(design, parentOf(design, into.id) ?? '')
  const options = addables.map((addable) => {
    const { kind } = readAddable(addable)
    return {
      value: addable as string,
      label: wordsOfAddable(addable).title,
      hint: formOf(kind).summary,
      isInside: into !== null && liesWithin(kind, into.kind),
    }
  })
  const named = into ? `Into ${nameOfConstruct(into)}` : ''
  return [
    ...options.filter(({ isInside }) => isInside).map((one) => ({ ...one, group: named })),
    ...options.filter(({ isInside }) => !isInside).map((one) => (into ? { ...one, group: 'Elsewhere' } : one)),
  ]
}

const liesWithin = (kind: ConstructKind, container: ConstructKind): boolean =>
  (definitions[kind].parent?.kinds ?? []).some(
    (one) => one === container || (one !== kind && liesWithin(one, container)),
  )
