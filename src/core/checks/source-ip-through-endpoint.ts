import { isMetByAbsence } from '../policy/conditions/compileCondition.ts'
import type { Check } from './check.ts'
import { conditionsOn, placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { gatewayWith } from './parts/examplePolicies.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'

/** Source: PrivateLink guide, endpoint policies; IAM guide, aws:SourceIp (“not available when the request comes through a VPC endpoint”). */
export const sourceIpThroughEndpoint: Check = {
  id: 'source-ip-through-endpoint',
  severity: 'warning',
  title: 'Endpoint policy that asks for the public address',
  why: 'A request through an endpoint does not carry aws:SourceIp. The address within the VPC is aws:VpcSourceIp.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *find({ topology, design }) {
    for (const here of statementsHere(topology))
      if (here.policy.endpoint)
        for (const condition of conditionsOn(here, 'aws:sourceip')) {
          const { statement, policy } = here
          const text = withCondition(here, condition, { key: 'aws:VpcSourceIp' })
          yield {
            at: [placeOfCondition(here, condition)],
            message: `${statementCalled(design, here)} asks for aws:SourceIp, which no request through an endpoint carries: its ${statement.effect} is about ${isMetByAbsence(condition) ? 'every one, whatever the address' : 'none'}.`,
            fixes: rewrites(design, policy, 'Ask for aws:VpcSourceIp', text),
          }
        }
  },
  examples: {
    bad: () => gatewayWith([{ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } } }]),
    good: () => gatewayWith([{ Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }]),
  },
}
