import { type Construct, constructOfKind, type Design } from '../../../core/model/index.ts'

/** What binds the calls of a construct, or calls to it, in a word: the name of a client’s role, `policy`, `boundary`, `SCP`; null = nothing that is drawn. */
export function badgeOf(construct: Construct, design: Design): string | null {
  if (construct.kind === 'client')
    return construct.role === null ? null : (constructOfKind(design, construct.role, 'iam-role')?.name ?? null)
  if (construct.kind === 'account') return construct.scps.length + construct.rcps.length > 0 ? 'control policies' : null
  if ('boundary' in construct) return construct.boundary.length > 0 ? 'boundary' : null
  return 'policy' in construct && construct.policy !== null ? 'policy' : null
}

/** The same in full. */
export const sayBadge = ({ kind }: Construct, badge: string): string =>
  kind === 'client'
    ? `calls AWS by the role ${badge}`
    : kind === 'account'
      ? 'bound by policies of its organisation'
      : badge === 'boundary'
        ? 'bound by a permissions boundary'
        : 'has a policy of its own'
