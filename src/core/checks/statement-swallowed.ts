import type { Statement } from '../policy/document.ts'
import type { Check } from './check.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { placeInPolicy, policiesHere, statementCalled, writePolicy } from './parts/policiesHere.ts'
import { takesIn } from './parts/takesIn.ts'

/** No policy that people write has more: each name of each statement is held against each of the others. */
const MOST_STATEMENTS = 300
const MOST_NAMES = 1000
const namesIn = ({ actions, resources }: Statement): number => actions.these.length + (resources?.these.length ?? 0)

/** Source: IAM guide, policy evaluation logic. */
export const statementSwallowed: Check = {
  id: 'statement-swallowed',
  severity: 'advice',
  title: 'Statement that another one swallows',
  why: 'A statement within a wider one of the same effect adds nothing, and an Allow within a Deny never counts. Often the wider one is not meant to be so wide.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  *find({ topology, design }) {
    for (const policy of policiesHere(topology)) {
      const { statements } = policy.document
      if (statements.length > MOST_STATEMENTS) continue
      if (statements.reduce((sum, one) => sum + namesIn(one), 0) > MOST_NAMES) continue
      for (const [index, statement] of statements.entries()) {
        const other = statements.findIndex(
          (wider, i) =>
            i !== index &&
            (wider.effect === statement.effect || wider.effect === 'Deny') &&
            takesIn(wider, statement) &&
            // of two that say the same, the later one is too many
            (i < index || wider.effect !== statement.effect || !takesIn(statement, wider)),
        )
        const wider = statements[other]
        if (!wider) continue
        const here = { policy, statement, index }
        const place = { policy, statement: wider, index: other }
        const which = `statement ${wider.sid ? `“${wider.sid}”` : other + 1} (line ${policy.text.lineOf(policy.text.pathTo(other))})`
        yield {
          at: [placeInPolicy(here), placeInPolicy(place)],
          message: `${statementCalled(design, here)} ${wider.effect === statement.effect ? `says nothing that ${which} does not say` : `never allows anything: ${which} denies all of it`}.`,
          fixes: [
            {
              title: 'Leave the statement out',
              safety: wider.effect === statement.effect ? 'safe' : 'review',
              edits: [writePolicy(design, policy, policy.text.set(policy.text.pathTo(index), undefined))],
            },
          ],
        }
      }
    }
  },
  examples: {
    bad: () =>
      roleWith(
        { Action: 's3:Get*' },
        { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
        { Action: 'sqs:SendMessage' },
        { Effect: 'Deny', Action: 'sqs:*' },
      ),
    good: () =>
      roleWith(
        { Action: 's3:Get*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
        { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
        { Action: 'sqs:SendMessage' },
        { Effect: 'Deny', Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:orders' },
      ),
  },
}
