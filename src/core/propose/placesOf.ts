import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { PolicyPlace } from './change.ts'

/** The policy of an endpoint. */
export function endpointPlace(design: Design, id: ConstructId | null): PolicyPlace | null {
  const own = id === null ? null : constructAt(design, id)
  if (own?.kind !== 'interface-endpoint' && own?.kind !== 'gateway-endpoint') return null
  return { construct: own.id, field: 'policy', index: null, use: 'endpoint', gateway: own.kind === 'gateway-endpoint' }
}

/** The policy of what a call is about: of a role its trust policy. That of an endpoint is about what comes by it, not about itself. */
export function resourcePlace(design: Design, id: ConstructId | null): PolicyPlace | null {
  const own = id === null ? null : constructAt(design, id)
  if (!own || endpointPlace(design, id)) return null
  const place = { construct: own.id, index: null, gateway: false }
  if (own.kind === 'iam-role') return { ...place, field: 'trustPolicy', use: 'trust' }
  return 'policy' in own ? { ...place, field: 'policy', use: 'resource' } : null
}

/** The policy of a role or a user that holds what is proposed. */
export function identityPlace(design: Design, id: ConstructId | null): PolicyPlace | null {
  const own = id === null ? null : constructAt(design, id)
  if (own?.kind !== 'iam-role' && own?.kind !== 'iam-user') return null
  return { construct: own.id, field: 'policies', index: null, use: 'identity', gateway: false }
}
