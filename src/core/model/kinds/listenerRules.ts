import * as z from 'zod/mini'
import { list, optional, plainText, reference, typedText } from './common.ts'
import type { ReferenceField } from './definition.ts'

/** Several groups among which requests are shared out, in the place of `targetGroup`; one of weight 0 gets none. */
export const weighted = z.optional(
  z
    .array(
      z.strictObject({ targetGroup: reference, weight: z._default(z.int().check(z.minimum(0), z.maximum(999)), 1) }),
    )
    .check(z.maxLength(10)),
)

/** What an Application Load Balancer's listener does with a request: one of its own rules, or its default one. Source: Application Load Balancer guide, action types. */
export const ruleAction = {
  /** null = none. */
  targetGroup: optional(reference),
  weighted,
  /** Where a redirection leads, `#{protocol}://#{host}:#{port}/#{path}?#{query}` with what it changes written out; null = no redirection. */
  redirect: z.optional(z.nullable(plainText(1024))),
  /** Of the redirection; without one, and without a target group, of a fixed response. */
  statusCode: z.optional(z.nullable(z.int().check(z.minimum(200), z.maximum(599)))),
}

const patterns = list(plainText(1024), 100)

/** Rules beside the default one, asked in order of priority. All lists that are not empty must hold, each by one of its entries. Source: Application Load Balancer guide, condition types. */
export const listenerRules = z.optional(
  z
    .array(
      z.strictObject({
        priority: z.int().check(z.minimum(1), z.maximum(50_000)),
        /** Names of the Host header; `*` stands for any letters, `?` for one. */
        hosts: patterns,
        paths: patterns,
        /** Blocks of source addresses. */
        sources: list(typedText, 100),
        /** Other conditions, each as the API writes it: `{"Field":"http-request-method",…}`. */
        others: list(plainText(4096), 100),
        ...ruleAction,
      }),
    )
    .check(z.maxLength(1000)),
)

export const ofWeighted: ReferenceField = {
  path: 'listeners[].weighted[].targetGroup',
  kinds: ['target-group'],
  onDelete: 'remove-entry',
}

export const ofListenerRules: readonly ReferenceField[] = [
  ofWeighted,
  { path: 'listeners[].rules[].targetGroup', kinds: ['target-group'], onDelete: 'clear' },
  { path: 'listeners[].rules[].weighted[].targetGroup', kinds: ['target-group'], onDelete: 'remove-entry' },
]

interface Forwarding {
  readonly targetGroup: string | null
  readonly weighted?: readonly { readonly targetGroup: string; readonly weight: number }[] | undefined
}

/** Every target group that an action names, whatever its weight. */
export const groupsOf = ({ targetGroup, weighted = [] }: Forwarding): readonly string[] =>
  weighted.length > 0 ? weighted.map((one) => one.targetGroup) : targetGroup === null ? [] : [targetGroup]
