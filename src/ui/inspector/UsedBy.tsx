import { useMemo } from 'react'
import type { ConstructId } from '../../core/model/index.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'
import { useDesign } from '../kit/useStore.ts'
import { describeUser, findUsers } from './findUsers.ts'

const MOST_SHOWN = 30

/** Who names this construct: what changes when it does. */
export function UsedBy({ id }: { readonly id: ConstructId }) {
  const design = useDesign((state) => state.design)
  const users = useMemo(() => findUsers(design, id), [design, id])
  if (users.length === 0) return null
  return (
    <Section
      title="Used by"
      mark={<span className="font-normal text-faint">· {users.length}</span>}
      className="border-t!"
    >
      <ul className="flex flex-col text-xs">
        {users.slice(0, MOST_SHOWN).map((origin) => (
          <li key={`${origin.construct}/${origin.path.join('/')}`}>
            <PlaceLink origin={origin}>{describeUser(design, origin)}</PlaceLink>
          </li>
        ))}
      </ul>
      {users.length > MOST_SHOWN ? <p className="text-faint text-xs">and {users.length - MOST_SHOWN} more</p> : null}
    </Section>
  )
}
