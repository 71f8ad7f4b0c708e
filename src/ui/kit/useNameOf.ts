import { useCallback } from 'react'
import { constructAt } from '../../core/model/index.ts'
import { nameOfConstruct } from './nameOfConstruct.ts'
import { useDesign } from './useStore.ts'

/** Gives a construct's name for sentences. */
export function useNameOf(): (id: string) => string {
  const design = useDesign((state) => state.design)
  return useCallback(
    (id) => {
      const construct = constructAt(design, id)
      return construct ? nameOfConstruct(construct) : id
    },
    [design],
  )
}
