import type { LayerName } from '../policy/layers/policies.ts'
import type { AbsentLayer, CarriedKey, KeySetter, Step } from '../sim/verdict.ts'

type CallStep = Extract<Step, { kind: 'call' }>
type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

/** What a layer of policies is called. */
export const LAYER_WORDS: Readonly<Record<LayerName, string>> = {
  scp: 'Service control policies',
  rcp: 'Resource control policies',
  endpoint: 'Endpoint’s policy',
  resource: 'Resource’s policy',
  identity: 'Caller’s own policies',
  boundary: 'Permissions boundary',
  session: 'Session policies',
}
/** What a layer answers. */
export const ANSWER_WORDS: Readonly<Record<PolicyStep['outcome'], string>> = {
  allowed: 'Allow',
  denied: 'Deny',
  'not-allowed': 'No Allow',
  silent: 'Says nothing',
  unknown: 'Cannot tell',
}
/** Why a layer has no say. */
export const ABSENT_WORDS: Readonly<Record<AbsentLayer['why'], string>> = {
  none: 'None',
  'not-concerned': 'Not for this caller',
  'no-endpoint': 'No endpoint on the way',
  'full-access': 'None: full access',
  'no-support': 'The service has none',
}
const SETTERS: Readonly<Record<KeySetter, string>> = {
  endpoint: 'the endpoint',
  way: 'the way there',
  caller: 'who calls',
  resource: 'what is called',
  request: 'the request',
}

/** A condition key as a row of a table. */
export interface KeyRow {
  readonly key: string
  readonly value: string
  /** Who sets it; '' where nobody does. */
  readonly setBy: string
  /** The statements that read it. */
  readonly readBy: readonly string[]
}

/** The condition keys of a call, those that a statement reads first. */
export function tellKeyRows({ detail: { keys } }: CallStep): readonly KeyRow[] {
  const rows = keys.map(
    (one): KeyRow => ({
      key: one.key,
      value: one.by === null ? 'not carried' : one.values === null ? 'not known' : one.values.join(', '),
      setBy: one.by === null ? '' : SETTERS[one.by],
      readBy: one.readBy.map(nameOfReader),
    }),
  )
  return rows.toSorted((a, b) => Number(b.readBy.length > 0) - Number(a.readBy.length > 0))
}

const nameOfReader = ({ layer, policy, statement }: CarriedKey['readBy'][number]): string =>
  layer === 'resource' || layer === 'endpoint'
    ? `${LAYER_WORDS[layer].toLowerCase()}: ${statement}`
    : `${policy}: ${statement}`

/** Who calls, as people say it: `the role reader`, `the user ann`. */
export function sayPrincipal(principal: string): string {
  const [, , service = '', , account = '', what = ''] = principal.split(':')
  const [kind, ...rest] = what.split('/')
  if (service === 'sts' && kind === 'assumed-role') return `the role ${rest[0]}`
  if (kind === 'role' || kind === 'user') return `the ${kind} ${rest.at(-1)}`
  if (kind === 'federated-user') return `the federated user ${rest.join('/')}`
  if (kind === 'root') return `the root user of ${account}`
  return principal === 'anonymous' ? 'somebody without credentials' : principal
}
