import { groupBy } from '../base/groupBy.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Context, type ContextValue, SOME_VALUE, UNKNOWN } from '../policy/language/context.ts'
import { NO, YES } from '../policy/language/ternary.ts'
import { allowsAtAll, askLevel, type LevelAnswer } from '../policy/layers/askLevel.ts'
import { compilePolicies } from '../policy/layers/policies.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { type BucketOfAws, bucketsOfAws } from './parts/bucketsOfAws.ts'
import { called } from './parts/called.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { place } from './parts/place.ts'
import { type PolicyHere, policiesHere, writePolicy } from './parts/policiesHere.ts'

/** Sources: ECR guide, interface VPC endpoints, minimum S3 bucket permissions; PrivateLink guide, gateway endpoints for S3, Amazon Linux repositories; CloudFormation and Systems Manager guides, VPC endpoints. */
export const endpointPolicyBarsCompanion: Check = {
  id: 'endpoint-policy-bars-companion',
  severity: 'warning',
  title: 'Endpoint policy that bars buckets of AWS’s own',
  why: 'Image layers, packages, patches and signals lie in buckets that belong to AWS. A policy of the S3 endpoint that names one’s own buckets alone bars them: pulls, updates and stacks fail with access denied.',
  learnMore: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  *find({ topology, design, catalogue }) {
    const policies = policiesHere(topology).filter(({ endpoint }) => endpoint && /\.s3$/.test(endpoint.service))
    if (policies.length === 0) return
    const { partition } = accessOf(topology)
    const buckets = bucketsOfAws(design, catalogue)
    for (const [vpc, own] of groupBy(policies, ({ endpoint }) => endpoint!.vpc)) {
      const gateways = own.filter(({ endpoint }) => endpoint!.kind === 'gateway-endpoint')
      const used = own.filter(({ endpoint }) => endpoint!.kind === 'interface-endpoint' && endpoint!.privateDns)
      for (const policy of gateways.length > 0 ? gateways : used)
        for (const one of buckets.get(vpc) ?? []) {
          const arn = `arn:${partition}:s3:::${one.bucket}/*`
          const answer = ask(policy, one, arn)
          const isDenied = answer.denies === YES
          if (!isDenied && allowsAtAll(answer) !== NO) continue
          const statement = { Effect: 'Allow', Principal: '*', Action: one.action, Resource: arn }
          yield {
            at: [policy.at, place(one.at)],
            message: `${one.asker} needs ${one.action} on the bucket ${one.bucket}, which the policy of the ${called(design, policy.at.construct)} ${isDenied ? 'denies' : 'does not allow'}.`,
            fixes: isDenied
              ? []
              : [
                  {
                    title: `Allow ${one.action} on ${one.bucket}`,
                    safety: 'review',
                    edits: [writePolicy(design, policy, policy.text.addStatement(statement))],
                  },
                ],
          }
        }
    }
  },
  examples: {
    bad: () => example({ Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] }),
    good: () => example({ Resource: '*' }),
  },
}

/** Whoever signs, and the path, are somebody’s whom nobody names; the bucket is of an account that is not the reader’s. */
const OF_AWS: ContextValue = ['an account of AWS']
const KNOWN: Readonly<Record<string, ContextValue>> = {
  'aws:resourceaccount': OF_AWS,
  'aws:resourceorgid': OF_AWS,
  'aws:resourceorgpaths': OF_AWS,
  's3:resourceaccount': OF_AWS,
  'aws:securetransport': ['true'],
}
/** Source: IAM guide, global condition context keys, “properties of the principal”: a request without credentials carries none of them. */
const OF_CALLER = /^aws:(?:principal(?:org|arn|tag|isaws)|userid|username|sourceidentity|tokenissuetime|multifactor)/

function ask({ name, document, endpoint }: PolicyHere, { action, isSigned }: BucketOfAws, arn: string): LevelAnswer {
  const context = new Map<string, ContextValue>()
  for (const { conditions } of document.statements)
    for (const { key } of conditions) {
      const low = key.toLowerCase()
      if (low in KNOWN) context.set(low, KNOWN[low]!)
      else if (OF_CALLER.test(low)) isSigned && context.set(low, UNKNOWN)
      else context.set(low, low.startsWith('aws:sourcevpc') || low.startsWith('aws:vpc') ? SOME_VALUE : UNKNOWN)
    }
  const [level] = compilePolicies({
    identity: [],
    boundary: null,
    session: [],
    resource: null,
    endpoint: { name, document, gateway: endpoint?.kind === 'gateway-endpoint' },
    scps: [],
    rcps: [],
  })
  const call = {
    action: action.toLowerCase(),
    resource: arn.replace(/\*$/, 'object'),
    principal: { kind: 'anonymous' as const },
    bounded: false,
    context: context as Context,
  }
  return askLevel(level!, call)
}

const example = (given: object) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ecs(subnet, { workloads: ['ecs-fargate', 'amazon-linux-updates', 'cloudformation-helpers'] })
    b.gatewayEndpoint(vpc, 's3', {
      routeTables: [b.mainTable(vpc)],
      policy: policyOf({ Effect: 'Allow', Principal: '*', Action: 's3:*', ...given }),
    })
  })
