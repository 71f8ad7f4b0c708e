import { listChoices } from '../../base/words.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Origin } from '../origin.ts'
import type { ActionNet, ListenerRuleNet, TargetGroupNet, TopologyGap } from '../topology.ts'
import { addGap, type Building, isGap, lowerBlock } from './building.ts'

type Listener = ConstructOf<'application-load-balancer'>['listeners'][number]
type Rule = NonNullable<Listener['rules']>[number]
type Said = Pick<Listener, 'targetGroup'> & Partial<Pick<Listener, 'weighted' | 'redirect' | 'statusCode'>>

/** The group of that id, or why it is not known. */
export type FindGroup = (id: string, at: Origin) => TargetGroupNet | TopologyGap

/** What is done with a request: groups of weight 0 get none. Source: Application Load Balancer guide, action types: 301 or 302 are redirections. */
export function lowerAction(building: Building, said: Said, origin: Origin, find: FindGroup): ActionNet {
  const { targetGroup, weighted = [], redirect = null, statusCode = null } = said
  const action: ActionNet = { origin, groups: [], answer: null, gap: null }
  if (redirect !== null) return { ...action, answer: { redirect, statusCode: statusCode ?? 302 } }
  const at = (...path: Origin['path']) => ({ ...origin, path: [...origin.path, ...path] })
  const named =
    weighted.length > 0
      ? weighted.map((one, index) => ({ ...one, at: at('weighted', index, 'targetGroup') }))
      : targetGroup === null
        ? []
        : [{ targetGroup, weight: 1, at: at('targetGroup') }]
  if (named.length === 0) return statusCode === null ? action : { ...action, answer: { redirect: null, statusCode } }
  const taking = named.filter(({ weight }) => weight > 0)
  if (taking.length === 0) {
    const message = 'what becomes of requests where every target group has the weight 0'
    return { ...action, gap: addGap(building, 'not-modelled', at('weighted'), message) }
  }
  const found = taking.map((one) => find(one.targetGroup, one.at))
  return {
    ...action,
    groups: found.flatMap((one) => (isGap(one) ? [] : one)),
    gap: found.find(isGap) ?? null,
  }
}

/** The rules of a listener, the lowest number first. Source: Application Load Balancer guide, listener rules. */
export const lowerListenerRules = (
  building: Building,
  rules: readonly Rule[],
  listener: Origin,
  find: FindGroup,
): readonly ListenerRuleNet[] =>
  rules
    .map((rule, index): ListenerRuleNet => {
      const origin = { ...listener, path: [...listener.path, 'rules', index] }
      const sources = rule.sources.map((text, i) =>
        lowerBlock(building, text, { ...origin, path: [...origin.path, 'sources', i] }),
      )
      const unread = sources.filter(isGap).map(({ message }) => message)
      return {
        priority: rule.priority,
        hosts: rule.hosts.length === 0 ? null : rule.hosts.map((one) => one.toLowerCase()),
        // one that cannot be read may be the one that asks
        sources: sources.length === 0 || unread.length > 0 ? null : sources.flatMap((one) => (isGap(one) ? [] : one)),
        unsaid: [...pathsOf(rule), ...rule.others.map(fieldOf), ...unread],
        action: lowerAction(building, rule, origin, find),
      }
    })
    .sort((a, b) => a.priority - b.priority)

/** Every path begins with a slash. */
const pathsOf = ({ paths }: Rule): readonly string[] =>
  paths.length === 0 || paths.some((one) => /^\/?\*+$/.test(one)) ? [] : [`the path ${listChoices(paths)}`]

/** `http-request-method` of what the API wrote. */
function fieldOf(condition: string): string {
  const field = /"Field"\s*:\s*"([\w-]+)"/.exec(condition)?.[1]
  return field === 'not-known' ? 'a condition that is not known' : (field ?? `“${condition}”`)
}
