import type { AccessLevel } from '../aws/actions/serviceActions.ts'
import { groupBy } from '../base/groupBy.ts'
import { listWords } from '../base/words.ts'
import type { Check } from './check.ts'
import { type ActionNamed, actionNamed } from './parts/actionsNamed.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** A wildcard before the end of the name. */
const LEADING = /:[^*?]*[*?]+[^*?]/
const KINDS: Readonly<Record<AccessLevel, string>> = {
  List: 'list',
  Read: 'read',
  Write: 'change',
  Tagging: 'tag',
  'Permissions management': 'give permissions',
}

/** Source: Service Authorization Reference, access levels of each action. */
export const actionWildcardMixesLevels: Check = {
  id: 'action-wildcard-mixes-levels',
  severity: 'advice',
  title: 'Wildcard that stands for actions of several kinds',
  why: 'A wildcard before the end of a name stands for whatever ends so: s3:*Object reads, writes and deletes. New actions that end so are allowed the day they appear.',
  learnMore:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
  *find({ topology, design, actions: catalogue }) {
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const { policy, statement, index } = here
      if (statement.effect !== 'Allow' || statement.actions.not) continue
      for (const [i, name] of statement.actions.these.entries()) {
        const named = LEADING.test(name) ? actionNamed(catalogue, name) : null
        const levels = named ? [...groupBy(named.actions, ({ level }) => level)] : []
        if (!named || levels.length < 2) continue
        const said = levels.map(
          ([level, actions]) =>
            `${KINDS[level]} (${actions
              .slice(0, 3)
              .map((one) => one.name)
              .join(', ')}${actions.length > 3 ? ' …' : ''})`,
        )
        yield {
          at: [placeInPolicy(here, 'Action', i)],
          message: `${statementCalled(design, here)} allows ${name}, which stands for actions that ${listWords(said)}.`,
          fixes: [
            {
              title: `Write out the ${named.actions.length} actions that it stands for`,
              safety: 'review',
              edits: [
                writePolicy(
                  design,
                  policy,
                  policy.text.set(policy.text.pathTo(index, 'Action'), [
                    ...new Set(statement.actions.these.flatMap((one, j) => (j === i ? namesOf(named) : [one]))),
                  ]),
                ),
              ],
            },
          ],
        }
      }
    }
  },
  examples: {
    bad: () => roleWith({ Action: 's3:*Object' }),
    good: () => roleWith({ Action: ['s3:Get*', 's3:PutObject', 's3:*'] }),
  },
}

const namesOf = ({ service, actions }: ActionNamed): readonly string[] =>
  actions.map(({ name }) => `${service.prefix}:${name}`)
