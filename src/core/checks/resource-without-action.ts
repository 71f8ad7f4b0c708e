import type { Check } from './check.ts'
import { type ActionNamed, allActionsNamed } from './parts/actionsNamed.ts'
import { arnFits } from './parts/arnFits.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** Where all resources are out of place, `action-misses-resource` tells it. Source: Service Authorization Reference, resource types of each action. */
export const resourceWithoutAction: Check = {
  id: 'resource-without-action',
  severity: 'advice',
  title: 'Resource that no action of the statement is about',
  why: 'A statement is about a resource only by actions of its type. One that none of them is about stands there for nothing: an action may be missing.',
  learnMore:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ topology, design, actions: catalogue }) {
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const { statement, policy } = here
      if (!statement.resources || statement.resources.not || statement.resources.these.length < 2) continue
      const named = allActionsNamed(catalogue, statement)
      if (!named) continue
      const idle = statement.resources.these.map((resource) => !isAbout(named, resource))
      if (idle.every(Boolean)) continue
      for (const [i, resource] of statement.resources.these.entries())
        if (idle[i]) {
          const path = policy.text.pathTo(here.index, 'Resource', i)
          yield {
            at: [placeInPolicy(here, 'Resource', i), placeInPolicy(here, 'Action')],
            message: `${statementCalled(design, here)} names ${resource}, which none of its actions is about.`,
            fixes: [
              {
                title: `Leave out ${resource}`,
                safety: 'safe',
                edits: [writePolicy(design, policy, policy.text.set(path, undefined))],
              },
            ],
          }
        }
    }
  },
  examples: {
    bad: () =>
      roleWith({
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
      }),
    good: () =>
      roleWith({
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
      }),
  },
}

const isAbout = (named: readonly ActionNamed[], resource: string): boolean =>
  named.some(({ service, actions }) => actions.some((action) => arnFits(service, action, resource)))
