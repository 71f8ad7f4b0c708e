import { createPart, withPart } from '../../state/parts.ts'
import { usePart } from '../kit/usePart.ts'
import { useStores } from '../kit/useStore.ts'

const endLists = createPart(() => import('./endLists.ts'))

/** What is offered for both ends of a request: fetched once the bar stands, null until then. `fetchLists` tries again, and tells where it is in vain. */
export function useEndLists() {
  const stores = useStores()
  const { value: lists, retry } = usePart(endLists)
  return { lists, fetchLists: () => lists ?? withPart(stores, endLists, retry) }
}
