import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Origin } from '../topology/origin.ts'
import type { PolicyPlace } from './change.ts'

/** The policy of a role that holds what is proposed, beside those that it has: these may be others’ too. */
export const PROPOSED = 'proposed-by-demonstration'

interface Attached {
  readonly name: string
  readonly document: string | null
}
/** The fields of constructs that hold policies. */
type Holder = Readonly<Partial<Record<'policy' | 'trustPolicy', string | null>>> &
  Readonly<Partial<Record<'policies' | 'boundary', readonly Attached[]>>>

const holderAt = (design: Design, id: ConstructId): Holder | null => constructAt(design, id) as unknown as Holder | null

const indexIn = (list: readonly Attached[], { index }: PolicyPlace): number =>
  index ?? list.findIndex(({ name }) => name === PROPOSED)

/** The text that stands there; null where there is none, or nobody said. */
export function policyTextAt(design: Design, place: PolicyPlace): string | null {
  const holder = holderAt(design, place.construct)
  if (place.field === 'policy' || place.field === 'trustPolicy') return holder?.[place.field] ?? null
  const list = holder?.[place.field] ?? []
  return list[indexIn(list, place)]?.document ?? null
}

/** What a policy of a list is called; '' where it is not of one. */
export function policyNameAt(design: Design, { construct, field, index }: PolicyPlace): string {
  if (field === 'policy' || field === 'trustPolicy' || index === null) return ''
  return holderAt(design, construct)?.[field]?.[index]?.name ?? ''
}

/** The edit that has a text stand there. */
export function writePolicyAt(design: Design, place: PolicyPlace, text: string): Edit {
  const { construct: id, field } = place
  const of = constructAt(design, id)!.kind
  const fields = { [field]: field === 'policy' || field === 'trustPolicy' ? text : listWith(design, place, text) }
  return { kind: 'change', of, id, fields } as unknown as Edit // the union over kinds cannot be followed by the compiler
}

function listWith(design: Design, place: PolicyPlace, document: string): readonly Attached[] {
  const field = place.field === 'boundary' ? 'boundary' : 'policies'
  const list = holderAt(design, place.construct)?.[field] ?? []
  const at = indexIn(list, place)
  return at < 0
    ? [...list, { name: PROPOSED, document }]
    : list.map((one, i) => (i === at ? { ...one, document } : one))
}

/** The policy, of those that may be written, in which a place lies; null for all others: an organisation’s, managed ones of AWS. */
export function placeOfPolicy(design: Design, { construct, path }: Origin): PolicyPlace | null {
  const [field, index] = path
  const kind = constructAt(design, construct)?.kind
  const place = { construct, index: null, gateway: kind === 'gateway-endpoint' }
  if (field === 'policy')
    return {
      ...place,
      field,
      use: kind === 'gateway-endpoint' || kind === 'interface-endpoint' ? 'endpoint' : 'resource',
    }
  if (field === 'trustPolicy') return { ...place, field, use: 'trust' }
  if ((field !== 'policies' && field !== 'boundary') || typeof index !== 'number') return null
  const own: PolicyPlace = { ...place, field, index, use: field === 'boundary' ? 'boundary' : 'identity' }
  return MANAGED_BY_AWS.test(policyNameAt(design, own)) ? null : own
}
/** Names and ARNs of AWS’s own managed policies. Source: AWS managed policy reference. */
const MANAGED_BY_AWS = /^(?:arn:[^:]*:iam::aws:|AWS|Amazon)|(?:FullAccess|ReadOnlyAccess)$/
