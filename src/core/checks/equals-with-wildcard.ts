import type { Check } from './check.ts'
import { placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'

/** Source: IAM guide, string condition operators: StringLike has wildcards, StringEquals has none. */
export const equalsWithWildcard: Check = {
  id: 'equals-with-wildcard',
  severity: 'warning',
  title: 'Wildcard under an operator that has none',
  why: 'StringEquals compares letter by letter: a * there is a star. StringLike has wildcards.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology))
      for (const condition of here.statement.conditions) {
        const { operator, key, values } = condition
        const value = values.find((one) => one.replaceAll(`\${*}`, '').includes('*'))
        if (value === undefined || !EXACT.test(operator)) continue
        const like = operator.replace(EXACT, '$1String$2Like$3')
        const text = withCondition(here, condition, { operator: like })
        yield {
          at: [placeOfCondition(here, condition)],
          message: `${statementCalled(design, here)} compares ${key} with “${value}” by ${operator}, for which the * is a letter like any other.`,
          fixes: rewrites(design, here.policy, `Compare by ${like}`, text),
        }
      }
  },
  examples: {
    bad: () => roleWith({ Action: 's3:ListBucket', Condition: { StringEquals: { 's3:prefix': 'home/*' } } }),
    good: () => roleWith({ Action: 's3:ListBucket', Condition: { StringLike: { 's3:prefix': 'home/*' } } }),
  },
}

const EXACT = /^((?:For\w+:)?)String(Not)?Equals((?:IfExists)?)$/
