import { ENDPOINT_KEYS } from '../aws/endpointKeys.ts'
import { groupBy } from '../base/groupBy.ts'
import { covers, parseBlock } from '../net/block.ts'
import { type Condition, isMetByAbsence } from '../policy/conditions/compileCondition.ts'
import { readOperator } from '../policy/conditions/readOperator.ts'
import { globOf, matcherOf } from '../policy/language/glob.ts'
import type { Check } from './check.ts'
import { isNull, isPositive, placeOfCondition } from './parts/conditionsOf.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { globsMeet } from './parts/globsMeet.ts'
import {
  elementOf,
  placeInPolicy,
  type StatementHere,
  statementCalled,
  statementsHere,
  writePolicy,
} from './parts/policiesHere.ts'

/** Sources: IAM guide, JSON policy elements, Condition (all conditions must be met), global condition context keys, “properties of the network”. */
export const statementNeverMatches: Check = {
  id: 'statement-never-matches',
  severity: 'warning',
  title: 'Statement that no request can match',
  why: 'All conditions of a statement have to be met at once. Where two of them exclude each other, or one asks for what nobody can have, the statement is about nothing.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology)) {
      const { policy, index } = here
      const found = reasonIn(here)
      if (!found) continue
      yield {
        at: [found.at],
        message: `${statementCalled(design, here)} is about no request: ${found.why}.`,
        fixes:
          policy.document.statements.length > 1
            ? [
                {
                  title: 'Leave the statement out',
                  safety: 'review',
                  edits: [writePolicy(design, policy, policy.text.set(policy.text.pathTo(index), undefined))],
                },
              ]
            : [],
      }
    }
  },
  examples: {
    bad: () =>
      roleWith(
        { Action: 's3:GetObject' },
        {
          Action: 's3:PutObject',
          Condition: {
            StringEquals: { 'aws:SourceVpce': 'vpce-1' },
            IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
          },
        },
        { Action: 's3:DeleteObject', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
      ),
    good: () =>
      roleWith(
        { Action: 's3:GetObject', Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } },
        { Action: 's3:PutObject', Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } } },
      ),
  },
}

type Reason = { readonly why: string; readonly at: ReturnType<typeof placeInPolicy> } | null

function reasonIn(here: StatementHere): Reason {
  const { statement } = here
  const must = statement.conditions.filter((one) => isPositive(one) && !isMetByAbsence(one))
  const at = (condition: Condition) => placeOfCondition(here, condition)
  const empty = must.find(({ values }) => values.length === 0)
  if (empty) return { why: `${empty.operator} ${empty.key} names no value`, at: at(empty) }
  const outside = must.find(({ key }) => key.toLowerCase() === 'aws:sourceip')
  const inside = must.find(({ key }) => ENDPOINT_KEYS.has(key.toLowerCase()))
  if (outside && inside)
    return {
      why: `a request carries ${outside.key} over the internet and ${inside.key} through an endpoint, never both`,
      at: at(outside),
    }
  const wanted = outside && readOperator(outside.operator)?.quantifier === null ? outside : undefined
  if (wanted?.values.every(isPrivate))
    return {
      why: `${wanted.key} is a public address, and ${wanted.values.join(', ')} is private; the address within a VPC is aws:VpcSourceIp`,
      at: at(wanted),
    }
  return exclusiveIn(here, must) ?? strayResource(here)
}

/** Source: RFC 1918, RFC 6598, RFC 4193. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'].flatMap((text) => {
  const read = parseBlock(text)
  return read.ok ? [read.block] : []
})

function isPrivate(value: string): boolean {
  const read = parseBlock(value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`)
  return read.ok && PRIVATE.some((block) => covers(block, read.block))
}

/** Two conditions on one key that no value meets. */
function exclusiveIn(here: StatementHere, must: readonly Condition[]): Reason {
  for (const [name, these] of groupBy(must, ({ key }) => key.toLowerCase())) {
    const absent = here.statement.conditions.find(
      ({ operator, key, values }) =>
        isNull(operator) && key.toLowerCase() === name && values.join().toLowerCase() === 'true',
    )
    const [first] = these
    if (absent && first)
      return { why: `it asks that ${first.key} be carried, and that it be not`, at: placeOfCondition(here, absent) }
    const exact = these.find(({ operator }) => operator === 'StringEquals')
    if (!exact || exact.values.some((value) => value.includes('${'))) continue
    for (const other of here.statement.conditions) {
      if (other === exact || other.key.toLowerCase() !== name || other.values.some((value) => value.includes('${')))
        continue
      const passes = PASSES[other.operator]
      if (passes && !exact.values.some((value) => passes(value, other.values)))
        return {
          why: `no value of ${exact.key} meets both ${exact.operator} and ${other.operator}`,
          at: placeOfCondition(here, other),
        }
    }
  }
  return null
}

const isLike = (value: string, patterns: readonly string[]) => patterns.some((one) => matcherOf(globOf(one))(value))
const PASSES: Readonly<Record<string, (value: string, values: readonly string[]) => boolean>> = {
  StringLike: isLike,
  StringNotLike: (value, patterns) => !isLike(value, patterns),
  StringNotEquals: (value, values) => !values.includes(value),
}

/** Services whose resources’ policies are about themselves and what is in them. */
const ABOUT_THEMSELVES: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'secretsmanager',
  'dynamodb',
  'lambda',
  'execute-api',
])

/** A resource’s policy that names only other things. */
function strayResource(here: StatementHere): Reason {
  const { policy, statement } = here
  const arn = policy.resource?.arn ?? ''
  const { resources } = statement
  if (!ABOUT_THEMSELVES.has(arn.split(':')[2] ?? '') || !resources || resources.not) return null
  const isOwn = (text: string): boolean => {
    if (text.startsWith('execute-api:/')) return true
    const pattern = text.replaceAll(/\$\{[^}]*\}/g, '*')
    return [arn, `${arn}/*`, `${arn}:*`].some((own) => globsMeet(own, pattern))
  }
  if (resources.these.some(isOwn)) return null
  return {
    why: `${resources.these[0]} is not what the policy stands on, ${arn}`,
    at: placeInPolicy(here, elementOf('Resource', resources)),
  }
}
