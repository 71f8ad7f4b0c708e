import { useEffect, useState } from 'react'
import type { ConstructId } from '../../core/model/index.ts'
import type { DerivedSection } from '../../core/topology/derive/derived.ts'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'

/** What follows from the design for one construct; null until the first answer, then the last one until the next. */
export function useDerived(id: ConstructId): readonly DerivedSection[] | null {
  const { engine } = useStores()
  const revision = useDesign((state) => state.revision)
  const status = useEngine((state) => state.status)
  const [sections, setSections] = useState<readonly DerivedSection[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the design or the engine changes
  useEffect(() => {
    let wanted = true
    engine
      .getState()
      .derive(id)
      .then(
        (answer) => {
          if (wanted) setSections(answer)
        },
        () => {
          if (wanted) setSections(null)
        },
      )
    return () => {
      wanted = false
    }
  }, [engine, id, revision, status])
  return sections
}
