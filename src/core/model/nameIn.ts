import { groupBy } from '../base/groupBy.ts'
import { remember } from '../base/remember.ts'
import { ancestorOf, constructAt, listConstructs } from './containment.ts'
import type { Design } from './design.ts'
import type { Construct, ConstructId } from './kinds/registry.ts'

const called = ({ name, id }: Construct): string => name || id

const indexes = new WeakMap<Design['constructs'], ReadonlyMap<string, readonly Construct[]>>()

/** What of the same kind is called the same. */
function namesakesOf(design: Design, construct: Construct): readonly Construct[] {
  const keyOf = (one: Construct) => `${one.kind} ${called(one)}`
  const index = remember(indexes, design.constructs, () => groupBy(listConstructs(design), keyOf))
  return index.get(keyOf(construct)) ?? []
}

/** What tells namesakes apart, best first: the VPC, the account, the Region that they lie in, and in the end the id. */
const APART: readonly ((design: Design, construct: Construct) => string | null)[] = [
  (design, { id, kind }) => (kind === 'vpc' ? null : nameOf(ancestorOf(design, id, 'vpc'))),
  (design, construct) => {
    const owner = 'account' in construct ? construct : ancestorOf(design, construct.id, 'vpc')
    return owner && 'account' in owner && typeof owner.account === 'string'
      ? nameOf(constructAt(design, owner.account))
      : null
  },
  (design, { id }) => nameOf(ancestorOf(design, id, 'region')),
  (_, { id }) => id,
]
const nameOf = (construct: Construct | null): string | null => construct && called(construct)

/** What tells a construct from all others of its kind that are called the same: `vpc-a`; null where none is, or nothing does. */
export function apartIn(design: Design, construct: Construct): string | null {
  const others = namesakesOf(design, construct).filter((one) => one !== construct)
  if (others.length === 0) return null
  for (const tell of APART) {
    const own = tell(design, construct)
    if (own !== null && others.every((one) => tell(design, one) !== own)) return own
  }
  return null
}

/** A construct's name for sentences; where others of its kind have the same, with what tells it from all of them: `private (vpc-a)`. The bare id where nothing has it. */
export function nameIn(design: Design, id: ConstructId): string {
  const construct = constructAt(design, id)
  if (!construct) return id
  const apart = apartIn(design, construct)
  return apart === null ? called(construct) : `${called(construct)} (${apart})`
}
