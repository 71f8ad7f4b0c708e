import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { saysWhose, withConditions } from './parts/conditionsOf.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** A bucket’s name that a star goes on from. */
const OPEN = /^(arn:[\w-]+:s3:::[a-z0-9][\w.-]*)\*(?:\/.*)?$/

/** Source: S3 guide, bucket naming rules: names of buckets are unique among all accounts. */
export const resourceNameOpenEnded: Check = {
  id: 'resource-name-open-ended',
  severity: 'advice',
  title: 'Bucket name that is left open',
  why: 'Names of buckets are shared by all accounts: reports* is also a bucket reports-of-somebody-else. What is in a bucket is reports/*.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  *find({ topology, design }) {
    const { accounts } = accessOf(topology)
    for (const here of statementsHere(topology)) {
      const { policy, statement, index } = here
      const { effect, resources, conditions } = statement
      if (effect !== 'Allow' || !resources || resources.not || policy.resource) continue
      if (saysWhose(statement)) continue
      for (const [i, arn] of resources.these.entries()) {
        const [, name] = OPEN.exec(arn) ?? []
        if (name === undefined) continue
        const own = [name, `${name}/*`]
        const others = resources.these.filter((_, other) => other !== i)
        const only = accounts.size === 1 ? [...accounts.keys()][0]! : null
        const text =
          only &&
          withConditions(here, [
            ...conditions,
            { operator: 'StringEquals', key: 'aws:ResourceAccount', values: [only] },
          ])
        yield {
          at: [placeInPolicy(here, 'Resource', i)],
          message: `${statementCalled(design, here)} names ${arn}, which is every bucket of any account whose name begins so.`,
          fixes: [
            ...(text
              ? [
                  {
                    title: `Only buckets of the account ${only}`,
                    safety: 'review' as const,
                    edits: [writePolicy(design, policy, text)] as const,
                  },
                ]
              : []),
            ...(/[a-z0-9]$/.test(name)
              ? [
                  {
                    title: `Name ${own.join(' and ')}`,
                    safety: 'review' as const,
                    edits: [
                      writePolicy(
                        design,
                        policy,
                        policy.text.set(policy.text.pathTo(index, 'Resource'), [...new Set([...others, ...own])]),
                      ),
                    ] as const,
                  },
                ]
              : []),
          ],
        }
      }
    }
  },
  examples: {
    bad: () => roleWith({ Action: 's3:*', Resource: 'arn:aws:s3:::reports*' }),
    good: () => roleWith({ Action: 's3:*', Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/a*'] }),
  },
}
