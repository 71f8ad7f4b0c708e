import { ArrowUpRight } from 'lucide-react'
import { constructAt } from '../../../core/model/index.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { nameOfConstruct } from '../../kit/nameOfConstruct.ts'
import { useDesign, useStores } from '../../kit/useStore.ts'

/** Leads to the construct that a field names; nothing where there is none. */
export function GoToButton({ id }: { readonly id: string | null }) {
  const { view } = useStores()
  const target = useDesign(({ design }) => (id === null ? null : constructAt(design, id)))
  if (!target) return null
  return (
    <IconButton
      label={`Go to ${nameOfConstruct(target)}`}
      icon={<ArrowUpRight aria-hidden size={15} />}
      onClick={() => view.getState().goTo({ construct: target.id, path: [] })}
    />
  )
}
