import { useEffect } from 'react'
import { type Catalogue, loadCatalogue } from '../../../core/aws/index.ts'
import { createPart } from '../../../state/parts.ts'
import { usePart } from '../../kit/usePart.ts'
import { useStores } from '../../kit/useStore.ts'

const catalogue = createPart(loadCatalogue)

/** The published facts of AWS; null until they have come. Where they do not, the person is told: names can be typed all the same. */
export function useCatalogue(): Catalogue | null {
  const { view } = useStores()
  const { value, failed } = usePart(catalogue)
  useEffect(() => {
    if (failed) view.getState().say('The list of AWS services could not be fetched; names can still be typed.', 'error')
  }, [failed, view])
  return value
}
