import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { PlannedAction, PlannedCondition, PlannedListener } from './balancingShapes.ts'
import { makePart, type Part, type PartKey, type PartOf } from './part.ts'
import { addRemark, findInVpc, type Planning } from './planning.ts'

type Balancer = ConstructOf<'application-load-balancer'>
type Listener = Balancer['listeners'][number]
type Rule = NonNullable<Listener['rules']>[number]
type Said = Pick<Listener, 'targetGroup'> & Partial<Pick<Listener, 'weighted' | 'redirect' | 'statusCode'>>

export const forwardTo = (group: PartKey): PlannedAction => ({ kind: 'forward', groups: [{ group, weight: 1 }] })
/** The target groups that an action needs. */
export const groupsIn = (action: PlannedAction): readonly PartKey[] =>
  action.kind === 'forward' ? action.groups.map(({ group }) => group) : []

/** What is done with requests. Without a target group the balancer answers 503, as AWS does where nobody is registered. */
export function planAction(
  construct: Balancer | ConstructOf<'network-load-balancer'>,
  { targetGroup, weighted = [], redirect = null, statusCode = null }: Said,
  what: string,
  planning: Planning,
): PlannedAction {
  if (redirect !== null) {
    const to = readRedirect(redirect)
    if (to) return { kind: 'redirect', to, statusCode: statusCode === 301 ? 301 : 302 }
    addRemark(planning, construct, `where ${what} redirects to cannot be read; it answers 503.`)
    return { kind: 'fixed-response', statusCode: 503 }
  }
  const named = weighted.length > 0 ? weighted : targetGroup === null ? [] : [{ targetGroup, weight: 1 }]
  const groups = named.flatMap((one) => {
    const group = findInVpc(planning, construct, one.targetGroup, 'target-group')
    return group ? { group: group.id, weight: one.weight } : []
  })
  return groups.length > 0 ? { kind: 'forward', groups } : { kind: 'fixed-response', statusCode: statusCode ?? 503 }
}

const URL = /^(https?|#\{protocol\}):\/\/([^:/?]+)(?::(\d+|#\{port\}))?(\/[^?]*)?(?:\?(.*))?$/i
/** Source: Elastic Load Balancing API, RedirectActionConfig. */
function readRedirect(text: string): Readonly<Record<string, string>> | null {
  const [, protocol, host, port = '#{port}', path = '/#{path}', query = '#{query}'] = URL.exec(text) ?? []
  if (protocol === undefined || host === undefined) return null
  const Protocol = protocol.startsWith('#') ? protocol : protocol.toUpperCase()
  return { Protocol, Host: host, Port: port, Path: path, Query: query }
}

/** The rules of a listener, each a part that needs it. */
export function planRules(
  construct: Balancer,
  { rules = [] }: Listener,
  listener: PartOf<'application-listener'>,
  planning: Planning,
): readonly Part[] {
  const seen = new Set<number>()
  return rules.flatMap((rule) => {
    const what = `rule ${rule.priority} of the listener on port ${listener.port}`
    const conditions = conditionsOf(rule)
    const why = seen.has(rule.priority)
      ? 'AWS takes one of each priority'
      : conditions === null
        ? 'a condition of it cannot be read'
        : conditions.length === 0
          ? 'AWS wants a condition'
          : null
    if (conditions === null || why !== null) {
      addRemark(planning, construct, `${what} is left out: ${why}.`)
      return []
    }
    seen.add(rule.priority)
    const action = planAction(construct, rule, what, planning)
    const needs = [listener.key, ...needsOf(listener), ...groupsIn(action)]
    const word = `listener-${listener.port}-rule-${rule.priority}`
    return [
      makePart('listener-rule', construct, word, needs, {
        listener: listener.key,
        priority: rule.priority,
        conditions,
        action,
      }),
    ]
  })
}

/** Without its certificate a listener is left out, and its rules with it. */
const needsOf = ({ certificate }: PlannedListener): readonly PartKey[] => (certificate === null ? [] : [certificate])

function conditionsOf({ hosts, paths, sources, others }: Rule): readonly PlannedCondition[] | null {
  const plain = (
    [
      ['host-header', hosts],
      ['path-pattern', paths],
      ['source-ip', sources],
    ] as const
  ).flatMap(([field, values]) => (values.length > 0 ? { field, values } : []))
  const further = others.map(readCondition)
  return further.includes(null) ? null : [...plain, ...further.flatMap((one) => one ?? [])]
}

type Written = Extract<PlannedCondition, { field: 'other' }>['written']
/** One that only names its field says that what it asks for is not known. */
function readCondition(text: string): PlannedCondition | null {
  try {
    const written: unknown = JSON.parse(text)
    const isWhole =
      typeof written === 'object' && written !== null && 'Field' in written && Object.keys(written).length > 1
    return isWhole ? { field: 'other', written: written as Written } : null
  } catch {
    return null
  }
}
