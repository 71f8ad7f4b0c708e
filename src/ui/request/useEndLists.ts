import { useState } from 'react'
import { createPart, withPart } from '../../state/parts.ts'
import { useStores } from '../kit/useStore.ts'

const lists = createPart(() => import('./endLists.ts'))

/** What is offered for both ends of a request, once a field has asked for it; null until then. */
export function useEndLists() {
  const stores = useStores()
  const [value, setValue] = useState(lists.now)
  return { lists: value, fetchLists: () => value ?? withPart(stores, lists, setValue) }
}
