import { Fragment } from 'react'
import { type ConstructId, constructAt, type Design, parentOf } from '../../core/model/index.ts'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { useDesign, useStores } from '../kit/useStore.ts'

/** Where a construct lies, from the outside in; each container can be selected. */
export function ContainerPath({ id }: { readonly id: ConstructId }) {
  const design = useDesign((state) => state.design)
  const stores = useStores()
  const containers = containersOf(design, id)
  return (
    <nav aria-label="Containers" className="mt-1 flex min-h-6 flex-wrap items-center gap-x-1 text-faint text-xs">
      {containers.length === 0 ? <span>Directly on the canvas</span> : null}
      {containers.map((container, index) => (
        <Fragment key={container}>
          {index > 0 ? <span aria-hidden>›</span> : null}
          <button
            type="button"
            className="min-h-6 cursor-pointer rounded-sm hover:text-ink hover:underline"
            onClick={() => stores.design.getState().select([container])}
          >
            {nameOfConstruct(constructAt(design, container)!)}
          </button>
        </Fragment>
      ))}
    </nav>
  )
}

/** Everything that a construct lies in, from the outside in. */
export function containersOf(design: Design, id: ConstructId): readonly ConstructId[] {
  const found: ConstructId[] = []
  for (let at = parentOf(design, id); at !== null; at = parentOf(design, at)) found.unshift(at)
  return found
}
