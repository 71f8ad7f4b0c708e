import { groupBy } from '../../../base/groupBy.ts'
import { asFields, asFlag, asNumber, asRecords, asText, asTexts, asWord, type Fields } from '../../fields.ts'
import { type Importing, type InputOf, ignore, note, once } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { targetGroupOfArn } from './arns.ts'

type Listener = NonNullable<InputOf<'application-load-balancer'>['listeners']>[number]
type Rule = NonNullable<Listener['rules']>[number]
type Action = Pick<Rule, 'targetGroup' | 'weighted' | 'redirect' | 'statusCode'>
/** What stands for a target group in the design. */
type ToTarget = (group: string) => string

/** Source: ELB API, Action, Type. */
const ACTIONS = [
  'forward',
  'redirect',
  'fixed-response',
  'authenticate-oidc',
  'authenticate-cognito',
  'jwt-validation',
] as const

/** What an Application Load Balancer's listener, or a rule of it, does with requests. Source: ELB API, Action. */
export function actionOf(
  importing: Importing,
  place: Entry['place'],
  what: string,
  said: unknown,
  to: ToTarget,
): Action {
  const actions = asRecords(said).map((one) => ({ one, type: asWord(one.Type, ACTIONS) }))
  if (actions.some(({ type }) => type?.startsWith('authenticate') || type === 'jwt-validation'))
    note(importing, 'assumed', `${what}: it asks who sends a request, and one is taken to be let in`, place)
  const of = (type: (typeof ACTIONS)[number]) => actions.find((action) => action.type === type)?.one
  const redirect = of('redirect')
  if (redirect) return redirectOf(asFields(redirect.RedirectConfig))
  const forward = of('forward') ?? actions.find(({ one }) => one.TargetGroupArn !== undefined)?.one
  if (forward) return forwardOf(forward, to)
  const fixed = asText(asFields(of('fixed-response')?.FixedResponseConfig).StatusCode) ?? ''
  return /^[245]\d\d$/.test(fixed) ? { targetGroup: null, statusCode: Number(fixed) } : { targetGroup: null }
}

/** One group, or several by their weights. */
export function forwardOf(forward: Fields, to: ToTarget): Action {
  const named = targetGroupOfArn(forward.TargetGroupArn)
  const groups = asRecords(asFields(forward.ForwardConfig).TargetGroups).flatMap((one) => {
    const group = targetGroupOfArn(one.TargetGroupArn)
    return group === null ? [] : [{ targetGroup: to(group), weight: asNumber(one.Weight) ?? 1 }]
  })
  if (groups.length > 1) return { targetGroup: null, weighted: groups }
  return { targetGroup: groups[0]?.targetGroup ?? (named === null ? null : to(named)) }
}

/** What is left out stays as it was asked. Source: ELB API, RedirectActionConfig. */
function redirectOf(config: Fields): Action {
  const part = (name: string, usual: string) => asText(config[name]) ?? usual
  const query = part('Query', '#{query}')
  const redirect = `${part('Protocol', '#{protocol}').toLowerCase()}://${part('Host', '#{host}')}:${part('Port', '#{port}')}${part('Path', '/#{path}')}?${query}`
  return { targetGroup: null, redirect, statusCode: part('StatusCode', 'HTTP_302') === 'HTTP_301' ? 301 : 302 }
}

/** The rules of a listener but for its default one, which the listener has itself; null where they are in none of the files. Source: ELB API, Rule. */
export function rulesOf(importing: Importing, listener: string | null, to: ToTarget): Rule[] | null {
  const byListener = once(importing, 'rules of listeners', () =>
    groupBy(importing.records('Rules'), ({ value }) => listenerOf(value)),
  )
  const entries = listener === null ? undefined : byListener.get(listener)
  if (!entries) return null
  let last = 0
  return entries.flatMap((entry) => {
    const { value } = entry
    if (asFlag(value.IsDefault)) {
      ignore(importing, value)
      return []
    }
    const name = asText(value.RuleArn) ?? `A rule of ${listener}`
    const said = asNumber(value.Priority)
    if (said === null)
      note(
        importing,
        'assumed',
        `${name}: its priority is not known, and it is taken to be asked after others`,
        entry.place,
      )
    const priority = said ?? 50_000 - entries.length + ++last
    return { priority, ...conditionsOf(value), ...actionOf(importing, entry.place, name, value.Actions, to) }
  })
}

/** `describe-rules` repeats no listener, but the ARN of each rule begins with its listener's. */
const listenerOf = (value: Fields): string | null =>
  asText(value.ListenerArn) ?? asText(value.RuleArn)?.replace(/:listener-rule\/(.+)\/[^/]+$/, ':listener/$1') ?? null

/** Where a condition's values stand. Source: ELB API, RuleCondition. */
const CONFIGS = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'source-ip': 'SourceIpConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'http-header': 'HttpHeaderConfig',
  'query-string': 'QueryStringConfig',
} as const
const LISTS = { 'host-header': 'hosts', 'path-pattern': 'paths', 'source-ip': 'sources' } as const

function conditionsOf(rule: Fields): Pick<Rule, 'hosts' | 'paths' | 'sources' | 'others'> {
  const found = { hosts: [] as string[], paths: [] as string[], sources: [] as string[], others: [] as string[] }
  for (const one of asRecords(rule.Conditions)) {
    const field = asText(one.Field) ?? ''
    const key = CONFIGS[field as keyof typeof CONFIGS]
    const config = asFields(key && one[key])
    // older ones stand in the condition itself, and answers repeat them there
    const older = textsIn(one.Values)
    const plain = config.Values === undefined ? older : valuesOf(config.Values)
    const RegexValues = textsIn(config.RegexValues)
    const list = LISTS[field as keyof typeof LISTS]
    const texts = plain.filter((text) => typeof text === 'string')
    if (list && RegexValues.length === 0 && texts.length > 0 && found[list].length === 0) found[list] = texts
    else {
      const HttpHeaderName = asText(config.HttpHeaderName) ?? undefined
      const body = {
        HttpHeaderName,
        Values: plain.length > 0 ? plain : undefined,
        RegexValues: RegexValues.length > 0 ? RegexValues : undefined,
      }
      found.others.push(
        JSON.stringify({ Field: field, ...(key && plain.length + RegexValues.length > 0 && { [key]: body }) }),
      )
    }
  }
  return found
}

const textsIn = (value: unknown): readonly string[] => (value === undefined ? [] : asTexts(value))
/** Values are texts, or keys with values in a query. */
const valuesOf = (value: unknown): readonly (string | { Key?: string; Value?: string })[] =>
  Array.isArray(value) ? asRecordsOrTexts(value) : []
const asRecordsOrTexts = (list: readonly unknown[]) =>
  list.flatMap((one) => {
    const text = asText(one)
    if (text !== null) return text
    const { Key, Value } = asFields(one)
    return {
      ...(Key !== undefined && { Key: asText(Key) ?? '' }),
      ...(Value !== undefined && { Value: asText(Value) ?? '' }),
    }
  })
