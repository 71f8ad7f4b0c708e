import { readOperator } from '../policy/conditions/readOperator.ts'
import type { Check } from './check.ts'
import { placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { gatewayWith } from './parts/examplePolicies.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'

const IDS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
])

/** Source: PrivateLink guide, endpoint policies (“wildcard characters or numeric condition operators with global condition context keys that reference system-generated identifiers”). */
export const systemIdWithWildcard: Check = {
  id: 'system-id-with-wildcard',
  severity: 'warning',
  title: 'Wildcard or number where an id of AWS stands',
  why: 'In the policy of an endpoint, ids that AWS gives (of accounts, organisations, VPCs, endpoints) are to be compared whole: neither by wildcards nor as numbers.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology)) {
      const { policy, statement } = here
      if (!policy.endpoint) continue
      for (const condition of statement.conditions) {
        const { operator, key, values } = condition
        if (!IDS.has(key.toLowerCase()) || readOperator(operator)?.operator === 'Null') continue
        const isNumeric = /(?:^|:)Numeric/.test(operator)
        const open = /Like/.test(operator) ? values.find((value) => /[*?]/.test(value)) : undefined
        if (!isNumeric && open === undefined) continue
        const exact = /^Numeric(Not)?Equals(?:IfExists)?$/.test(operator) ? operator.replace('Numeric', 'String') : null
        const text = exact && withCondition(here, condition, { operator: exact })
        yield {
          at: [placeOfCondition(here, condition)],
          message: `${statementCalled(design, here)} compares ${key} ${isNumeric ? `as a number, by ${operator}` : `with “${open}”`}: such an id is compared whole.`,
          fixes: rewrites(design, policy, `Compare by ${exact}`, text),
        }
      }
    }
  },
  examples: {
    bad: () =>
      gatewayWith([
        { Condition: { NumericEquals: { 'aws:PrincipalAccount': '111122223333' } } },
        { Condition: { StringLike: { 'aws:SourceVpc': 'vpc-*' } } },
      ]),
    good: () => gatewayWith([{ Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }]),
  },
}
