import { useCallback } from 'react'
import { nameIn } from '../../core/model/index.ts'
import { useDesign } from './useStore.ts'

/** Gives a construct's name for sentences. */
export function useNameOf(): (id: string) => string {
  const design = useDesign((state) => state.design)
  return useCallback((id) => nameIn(design, id), [design])
}
