import { useMemo } from 'react'
import { planMoveInto } from '../../core/layout/index.ts'
import {
  type Construct,
  type ConstructId,
  type Design,
  definitionOf,
  listOfKind,
  parentOf,
} from '../../core/model/index.ts'
import { Field } from '../kit/Field.tsx'
import { Select, type SelectOption } from '../kit/Select.tsx'
import { useDesign, useStores } from '../kit/useStore.ts'
import { containersOf } from './ContainerPath.tsx'

/** What a construct lies in, as a choice: what dragging it into another container does, without a pointer. */
export function ContainerField({ construct }: { readonly construct: Construct }) {
  const design = useDesign((state) => state.design)
  const stores = useStores()
  const options = useMemo(() => listContainers(design, construct), [design, construct])
  const here = parentOf(design, construct.id)
  if (definitionOf(construct.kind).parent === null || options.length < (here === null ? 1 : 2)) return null
  const move = (container: ConstructId) => {
    const plan = planMoveInto(design, construct.id, container)
    if (plan.ok) stores.design.getState().apply(plan.label, plan.edits)
    else stores.view.getState().say(`${plan.sentence}.`, 'error')
  }
  return (
    <Field label="Lies in">
      {(aria) => (
        <Select
          aria={aria}
          value={here ?? ''}
          options={here === null ? [{ value: '', label: 'Nothing' }, ...options] : options}
          onChange={(container) => container !== '' && move(container)}
        />
      )}
    </Field>
  )
}

/** Every container of the right kind, under the path that leads to it. */
const listContainers = (design: Design, { kind }: Construct): readonly SelectOption[] =>
  (definitionOf(kind).parent?.kinds ?? [])
    .flatMap((one) => listOfKind(design, one))
    .map(({ id, name }) => ({
      value: id,
      label: [...containersOf(design, id).map((outer) => design.constructs[outer]!.name || outer), name || id].join(
        ' › ',
      ),
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
