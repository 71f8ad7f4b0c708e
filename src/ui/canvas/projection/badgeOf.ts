import { type Construct, constructOfKind, type Design } from '../../../core/model/index.ts'

/** What binds the calls of a construct, or calls to it, in a word: the name of a client’s role, `policy`, `boundary`; null = nothing that is drawn. */
export function badgeOf(construct: Construct, design: Design): string | null {
  if (construct.kind === 'client')
    return construct.role === null ? null : (constructOfKind(design, construct.role, 'iam-role')?.name ?? null)
  if (construct.kind === 'account') return construct.scps.length + construct.rcps.length > 0 ? 'control policies' : null
  if ('boundary' in construct) return construct.boundary.length > 0 ? 'boundary' : null
  if (!('policy' in construct)) return null
  if (construct.policy !== null) return 'policy'
  return isOpenEndpoint(construct) ? FULL_ACCESS : null
}

/** Said where somebody looks: most endpoints have no policy of their own. Source: PrivateLink guide, default endpoint policy. */
export const FULL_ACCESS = 'full access'

/** An endpoint of a service of AWS that nobody wrote a policy for. Those of other services take none. */
const isOpenEndpoint = (construct: Construct): boolean =>
  construct.kind === 'gateway-endpoint' ||
  (construct.kind === 'interface-endpoint' &&
    construct.endpointService === null &&
    !construct.service.includes('.vpce-svc-'))

/** The same in full. */
export const sayBadge = ({ kind }: Construct, badge: string): string =>
  kind === 'client'
    ? `calls AWS by the role ${badge}`
    : kind === 'account'
      ? 'bound by policies of its organisation'
      : badge === 'boundary'
        ? 'bound by a permissions boundary'
        : badge === FULL_ACCESS
          ? 'has no policy of its own: everybody may do everything through it'
          : 'has a policy of its own'
