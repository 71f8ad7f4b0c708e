import { ENDPOINT_KEYS } from '../aws/endpointKeys.ts'
import { YES } from '../policy/language/ternary.ts'
import { deniesWithout } from '../policy/statement/deniesWithout.ts'
import type { Check } from './check.ts'
import { placeOfCondition } from './parts/conditionsOf.ts'
import { bucketWith } from './parts/examplePolicies.ts'
import { placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** What the console asks to show a bucket and its policy. */
const OF_CONSOLE = ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:ListBucket']
const OF_DATA = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']

/** Source: S3 guide, controlling access from VPC endpoints (“this policy disables console access to the specified bucket”). */
export const bucketClosedToConsole: Check = {
  id: 'bucket-closed-to-console',
  severity: 'advice',
  title: 'Bucket that only an endpoint may manage',
  why: 'The console, CloudFormation and services that write for you do not come by the endpoint. A Deny of all but one endpoint stands against them too, and against whoever would change the policy; only the root user of the account can remove it then.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology)) {
      const { policy, statement, index } = here
      const resource = policy.resource?.arn ?? ''
      if (!resource.includes(':s3:::')) continue
      const denies = (action: string) =>
        deniesWithout(statement, policy.document, ENDPOINT_KEYS, { action, resource }) === YES
      if (!OF_CONSOLE.some(denies)) continue
      const [condition] = statement.conditions
      yield {
        at: [placeOfCondition(here, condition!), placeInPolicy(here, statement.actions.not ? 'NotAction' : 'Action')],
        message: `${statementCalled(design, here)} denies everybody who does not come by the endpoint, also what manages the bucket: from the console nobody sees it or changes its policy.`,
        fixes: statement.actions.not
          ? []
          : [
              {
                title: 'Deny only reading, writing and deleting objects',
                safety: 'review',
                edits: [writePolicy(design, policy, policy.text.set(policy.text.pathTo(index, 'Action'), OF_DATA))],
              },
            ],
      }
    }
  },
  examples: {
    bad: () => bucketWith({ ...DENIAL, Action: 's3:*' }),
    good: () =>
      bucketWith(
        { ...DENIAL, Action: OF_DATA },
        {
          ...DENIAL,
          Condition: {
            ...DENIAL.Condition,
            ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/admin' },
          },
        },
      ),
  },
}

const DENIAL = {
  Effect: 'Deny',
  Principal: '*',
  Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
}
