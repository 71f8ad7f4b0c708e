import { ENDPOINT_KEYS } from '../aws/endpointKeys.ts'
import { compareText } from '../base/order.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Condition, isMetByAbsence } from '../policy/conditions/compileCondition.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { conditionsOn, isNull, placeOfCondition, withConditions } from './parts/conditionsOf.ts'
import { endpointsFor } from './parts/endpointsFor.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { place } from './parts/place.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'

/** Source: IAM guide, example “denies access to AWS based on the source IP”; S3 guide, bucket policy examples, specific IP addresses. */
export const denyBySourceIp: Check = {
  id: 'deny-by-source-ip',
  severity: 'warning',
  title: 'Denial of all but some public addresses',
  why: 'A request through an endpoint does not carry aws:SourceIp, and a key that is not carried meets what is negated: such a Deny stands against every request through every endpoint.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html',
  *find({ topology, design }) {
    const { idOf } = accessOf(topology)
    for (const here of statementsHere(topology)) {
      const { policy, statement } = here
      if (statement.effect !== 'Deny' || policy.endpoint) continue
      const condition = conditionsOn(here, 'aws:sourceip').find(isMetByAbsence)
      if (!condition || statement.conditions.some((one) => one !== condition && spares(one))) continue
      const endpoints = endpointsFor(topology, here)
      const [first] = endpoints
      if (!first) continue
      const ids = endpoints.flatMap(({ id }) => idOf(id) ?? []).sort(compareText)
      const text =
        ids.length === endpoints.length
          ? withConditions(here, [
              ...statement.conditions,
              { operator: 'StringNotEquals', key: 'aws:SourceVpce', values: ids },
            ])
          : null
      const others = statement.conditions.length > 1 ? ', and meets its other conditions' : ''
      yield {
        at: [placeOfCondition(here, condition), place(first.id)],
        message: `${statementCalled(design, here)} denies every request that comes through an endpoint, such as the ${called(design, first.id)}${others}: it does not carry ${condition.key}.`,
        fixes: rewrites(
          design,
          policy,
          `Spare requests through the ${ids.length === 1 ? 'endpoint' : 'endpoints'} of the design`,
          text,
        ),
      }
    }
  },
  examples: {
    bad: () => example({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    good: () =>
      example({
        NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
      }),
  },
}

/** Whoever asks for a key of endpoints, or whether the address is carried, has thought of them. */
const spares = ({ key, operator }: Condition): boolean =>
  ENDPOINT_KEYS.has(key.toLowerCase()) || (key.toLowerCase() === 'aws:sourceip' && isNull(operator))

const example = (Condition: object) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], awsId: 'vpce-0a1b2c3d' })
    b.s3Bucket('reports', {
      policy: policyOf({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::reports/*',
        Condition,
      }),
    })
  })
