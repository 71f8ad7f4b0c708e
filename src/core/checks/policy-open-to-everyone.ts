import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Statement } from '../policy/document.ts'
import { namesEverybody } from '../policy/namesEverybody.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { withConditions } from './parts/conditionsOf.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { placeInPolicy, rewrites, type StatementHere, statementCalled, statementsHere } from './parts/policiesHere.ts'

/** Sources: IAM guide, JSON policy elements, Principal (“we strongly recommend that you do not use a wildcard … unless you specify a condition”); S3 guide, blocking public access. */
export const policyOpenToEveryone: Check = {
  id: 'policy-open-to-everyone',
  severity: 'warning',
  title: 'Policy that lets everybody in',
  why: 'A principal "*" without a condition is everybody in every account, and nobody at all who says who he is. The caller’s own policies say nothing against it.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  *find({ topology, design }) {
    const { accounts } = accessOf(topology)
    for (const here of statementsHere(topology)) {
      const { policy, statement } = here
      if ((policy.kind !== 'resource' && policy.kind !== 'trust') || !isOpen(statement)) continue
      if (policy.document.statements.some(narrows)) continue
      if (AUTHORISED.has(policy.resource?.api?.authorizationType)) continue
      const account = policy.resource?.account ?? policy.role?.account ?? ''
      const organisation = accounts.get(account)?.organisation ?? null
      const text = organisation && withConditions(here, [...statement.conditions, ofOrganisation(organisation)])
      const held = policy.resource?.restrictPublicBuckets ? ' Block Public Access keeps other accounts out of it' : ''
      yield {
        at: [placeInPolicy(here, 'Principal')],
        message: `${statementCalled(design, here)} allows everybody ${verbs(here)}${held ? `;${held}` : ''}.`,
        fixes: rewrites(design, policy, `Only those of the organisation ${organisation}`, text),
      }
    }
  },
  examples: {
    bad: () => example({}),
    good: () => example({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
  },
}

/** Source: IAM guide, global condition context keys, properties of the principal, of the role session and of the network, cross-service keys; S3 and KMS keys of who asks. */
const OF_CALLER =
  /^(?:aws:(?:principal|source|vpc|user(?:id|name)$|federatedprovider$|multifactorauth|tokenissuetime$|assumedroot$|calledvia|via|ec2instance|chatbot|signin)|s3:(?:dataaccesspoint|accesspointnetworkorigin$)|kms:(?:calleraccount|viaservice)$)/i

/** An authoriser decides who gets in, and the policy as a rule lets everybody ask it. Source: API Gateway guide, resource policies and authorisation. */
const AUTHORISED: ReadonlySet<string | null | undefined> = new Set(['CUSTOM', 'COGNITO_USER_POOLS'])

const ofOrganisation = (id: string) => ({ operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: [id] })
const verbs = ({ statement: { actions } }: StatementHere): string =>
  actions.not ? `everything but ${actions.these.join(', ')}` : actions.these.slice(0, 3).join(', ')

const isEverybody = ({ principals }: Statement): boolean =>
  principals !== null && !principals.not && namesEverybody(principals.these)
const isOpen = (statement: Statement): boolean =>
  statement.effect === 'Allow' && statement.conditions.length === 0 && isEverybody(statement)
/** A Deny of everybody but those whom a condition on who asks, or from where, spares; one on how they ask keeps nobody out. */
const narrows = (statement: Statement): boolean =>
  statement.effect === 'Deny' && statement.conditions.some(({ key }) => OF_CALLER.test(key)) && isEverybody(statement)

const example = (given: object) =>
  buildDesign((b) => {
    b.account({ organisation: 'o-a1b2c3d4e5' })
    b.policyResource('arn:aws:sqs:us-east-1:111122223333:orders', {
      policy: policyOf({
        Effect: 'Allow',
        Principal: '*',
        Action: 'sqs:SendMessage',
        Resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
        ...given,
      }),
    })
  })
