import { useMemo } from 'react'
import { referenceCandidates } from '../../../core/model/fields/index.ts'
import { type Construct, type ConstructKind, constructAt } from '../../../core/model/index.ts'
import { nameOfConstruct } from '../../kit/nameOfConstruct.ts'
import type { SelectOption } from '../../kit/Select.tsx'
import { useDesign } from '../../kit/useStore.ts'
import { useEditing } from '../EditingContext.ts'

/** The constructs that a field may name, as choices; a name that occurs twice carries its id. */
export function useCandidates(kinds: readonly ConstructKind[]): readonly SelectOption[] {
  const { construct } = useEditing()
  const design = useDesign((state) => state.design)
  return useMemo(() => labelled(referenceCandidates(design, construct.id, kinds)), [design, construct.id, kinds])
}

/** As `useCandidates`, with the present value among them also where it is missing or out of reach. */
export function useCandidatesWith(kinds: readonly ConstructKind[], present: string | null): readonly SelectOption[] {
  const candidates = useCandidates(kinds)
  const design = useDesign((state) => state.design)
  if (present === null || candidates.some((option) => option.value === present)) return candidates
  const other = constructAt(design, present)
  return [
    ...candidates,
    { value: present, label: other ? `${nameOfConstruct(other)} (does not belong here)` : `${present} (missing)` },
  ]
}

function labelled(constructs: readonly Construct[]): readonly SelectOption[] {
  const seen = new Map<string, number>()
  for (const one of constructs) seen.set(nameOfConstruct(one), (seen.get(nameOfConstruct(one)) ?? 0) + 1)
  return constructs.map((one) => {
    const name = nameOfConstruct(one)
    return { value: one.id, label: (seen.get(name) ?? 0) > 1 ? `${name} (${one.id})` : name }
  })
}
