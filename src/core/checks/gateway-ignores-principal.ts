import type { Condition } from '../policy/conditions/compileCondition.ts'
import { openPolicyText } from '../policy/text/openPolicyText.ts'
import type { Check } from './check.ts'
import { withConditions } from './parts/conditionsOf.ts'
import { gatewayWith } from './parts/examplePolicies.ts'
import {
  elementOf,
  placeInPolicy,
  rewrites,
  type StatementHere,
  statementCalled,
  statementsHere,
} from './parts/policiesHere.ts'

/** Source: PrivateLink guide, endpoint policies for gateway endpoints (“the Principal must be *”; an account there is its root user). */
export const gatewayIgnoresPrincipal: Check = {
  id: 'gateway-ignores-principal',
  severity: 'warning',
  title: 'Principal in the policy of a gateway endpoint',
  why: 'In the policy of a gateway endpoint the principal must be "*": an account there is its root user alone. Whom it is about is said by a condition on aws:PrincipalArn or aws:PrincipalAccount.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology)) {
      const { policy, statement } = here
      const { principals } = statement
      if (policy.endpoint?.kind !== 'gateway-endpoint' || !principals || principals.these === '*') continue
      const named = Object.values(principals.these).flat()
      if (named.every((one) => one === '*')) continue
      const [first] = named
      const text = principals.not ? null : asCondition(here, named)
      yield {
        at: [placeInPolicy(here, elementOf('Principal', principals))],
        message: `${statementCalled(design, here)} names ${first}${named.length > 1 ? ` and ${named.length - 1} more` : ''}; ${ACCOUNT.test(first ?? '') ? 'at a gateway endpoint that is the root user of the account, and none of its roles and users' : 'a gateway endpoint asks for "*" with a condition'}.`,
        fixes: rewrites(design, policy, 'Name everybody, with a condition on who it is', text),
      }
    }
  },
  examples: {
    bad: () =>
      gatewayWith([
        { Principal: { AWS: '111122223333' } },
        { Principal: { AWS: ['arn:aws:iam::111122223333:role/app', '444455556666'] } },
      ]),
    good: () => gatewayWith([{ Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }]),
  },
}

const ACCOUNT = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/
const ENTITY = /^arn:[\w-]+:iam::\d{12}:(?:role|user)\//

/** The policy with everybody as principal, and a condition that means those who were named; null where no condition does. */
function asCondition(here: StatementHere, named: readonly string[]): string | null {
  const { statement, policy, index } = here
  const accounts = named.map((one) => ACCOUNT.exec(one)?.[1])
  const condition: Condition = accounts.every((one) => one !== undefined)
    ? { operator: 'StringEquals', key: 'aws:PrincipalAccount', values: accounts }
    : {
        operator: 'ArnLike',
        key: 'aws:PrincipalArn',
        values: named.map((one, i) => (accounts[i] ? `arn:*:iam::${accounts[i]}:*` : one)),
      }
  if (named.some((one, i) => !accounts[i] && !ENTITY.test(one))) return null
  const text = withConditions(here, [...statement.conditions, condition])
  return text && openPolicyText(text).set(policy.text.pathTo(index, 'Principal'), '*')
}
