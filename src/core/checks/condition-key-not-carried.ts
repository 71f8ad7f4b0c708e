import { prefixOfAction } from '../aws/actions/findAction.ts'
import { isMetByAbsence } from '../policy/conditions/compileCondition.ts'
import type { Check } from './check.ts'
import { allActionsNamed } from './parts/actionsNamed.ts'
import { isNull, placeOfCondition } from './parts/conditionsOf.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'
import { isOfSession, serviceKeyOf } from './parts/serviceKeyOf.ts'

/** Source: Service Authorization Reference, condition keys of each action. */
export const conditionKeyNotCarried: Check = {
  id: 'condition-key-not-carried',
  severity: 'warning',
  title: 'Condition on a key that the action does not carry',
  why: 'Requests carry the keys of their own action. A condition on another is never met, or always where it is negated: s3:prefix comes with s3:ListBucket, and not with s3:GetObject.',
  learnMore:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ topology, design, actions: catalogue }) {
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const { statement, policy, index } = here
      const named = statement.conditions.some(({ key }) => catalogue.services.has(prefixOfAction(key)))
        ? allActionsNamed(catalogue, statement)
        : null
      if (!named) continue
      for (const condition of statement.conditions) {
        const { key, operator } = condition
        const service = catalogue.services.get(prefixOfAction(key))
        const known = service && !isOfSession(key) && !isNull(operator) ? serviceKeyOf(service, key) : null
        if (known === null) continue
        const without = named.flatMap(({ actions }, i) => (actions.some(({ keys }) => keys.includes(known)) ? [] : [i]))
        const names = without.map((i) => statement.actions.these[i]!)
        if (names.length === 0) continue
        const never = !isMetByAbsence(condition)
        const all = names.length === named.length
        yield {
          at: [placeOfCondition(here, condition), placeInPolicy(here, 'Action')],
          message: `${statementCalled(design, here)} asks for ${key}, which requests for ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''} do not carry: ${never ? 'it is never about them' : 'it is about them whatever it says there'}.`,
          fixes: all
            ? []
            : [
                {
                  title: `Leave out the actions that do not carry ${key}`,
                  safety: 'review',
                  edits: [
                    writePolicy(
                      design,
                      policy,
                      policy.text.set(
                        policy.text.pathTo(index, 'Action'),
                        statement.actions.these.filter((_, i) => !without.includes(i)),
                      ),
                    ),
                  ],
                },
              ],
        }
      }
    }
  },
  examples: {
    bad: () =>
      roleWith({
        Action: ['s3:ListBucket', 's3:GetObject'],
        Condition: { StringLike: { 's3:prefix': 'home/*' } },
      }),
    good: () =>
      roleWith(
        { Action: ['s3:ListBucket'], Condition: { StringLike: { 's3:prefix': 'home/*' } } },
        { Action: ['kms:Decrypt'], Condition: { StringEquals: { 'kms:EncryptionContext:app': 'a' } } },
        // a key of the resource, whatever is asked of it
        { Action: ['kms:Encrypt'], Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/a' } } },
      ),
  },
}
