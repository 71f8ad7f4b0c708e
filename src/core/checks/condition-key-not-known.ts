import { prefixOfAction } from '../aws/actions/findAction.ts'
import { GLOBAL_KEYS, globalKeyOf } from '../aws/actions/globalKeys.ts'
import { nearestName } from '../aws/actions/nearestName.ts'
import type { ActionCatalogue } from '../aws/actions/serviceActions.ts'
import type { Check } from './check.ts'
import { placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'
import { serviceKeyOf } from './parts/serviceKeyOf.ts'

/** A key that is not listed may be newer than the list. Sources: IAM guide, AWS global condition context keys; Service Authorization Reference. */
export const conditionKeyNotKnown: Check = {
  id: 'condition-key-not-known',
  severity: 'warning',
  title: 'Condition key that IAM does not know',
  why: 'A key that no request carries is never equal to anything, and meets what is negated: AWS takes the policy without a word. It may also be newer than our list.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  *find({ topology, design, actions: catalogue }) {
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const { statement, policy } = here
      for (const condition of statement.conditions) {
        const { key } = condition
        if (isKnown(catalogue, key)) continue
        const meant = meantBy(catalogue, key)
        const text = meant && withCondition(here, condition, { key: meant })
        yield {
          at: [placeOfCondition(here, condition)],
          message: `${statementCalled(design, here)} asks for ${key}, which is no condition key${meant ? `; ${meant} may be meant` : ''}.`,
          fixes: rewrites(design, policy, `Write ${meant}`, text),
        }
      }
    }
  },
  examples: {
    bad: () =>
      roleWith({
        Action: 's3:ListBucket',
        Condition: {
          StringEquals: { 'aws:SourceVPCEndpoint': 'vpce-1', 's3:prefixes': 'a', 'aws:PrincipalOrgId ': 'o' },
        },
      }),
    good: () =>
      roleWith({
        Action: 's3:ListBucket',
        Condition: {
          StringEquals: {
            'aws:sourcevpce': 'vpce-1',
            's3:prefix': 'a',
            'aws:PrincipalTag/team': 'b',
            'token.actions.githubusercontent.com:sub': 'repo',
          },
        },
      }),
  },
}

function isKnown(catalogue: ActionCatalogue, key: string): boolean {
  const prefix = prefixOfAction(key)
  if (prefix === 'aws') return globalKeyOf(key) !== null
  const service = catalogue.services.get(prefix)
  // keys of providers of identities have names of hosts before the colon
  return service === undefined || serviceKeyOf(service, key) !== null
}

function meantBy(catalogue: ActionCatalogue, key: string): string | null {
  const prefix = prefixOfAction(key)
  const known = prefix === 'aws' ? GLOBAL_KEYS : catalogue.services.get(prefix)?.keys
  const names = [...(known?.keys() ?? [])].filter((name) => !/[/{]/.test(name))
  return nearestName(key, names) ?? longestStartOf(key, names)
}

/** What was written goes on from it: `aws:SourceVpcEndpoint`. */
function longestStartOf(key: string, names: readonly string[]): string | null {
  const starts = names.filter((name) => key.toLowerCase().startsWith(name.toLowerCase()))
  return starts.sort((a, b) => b.length - a.length)[0] ?? null
}
