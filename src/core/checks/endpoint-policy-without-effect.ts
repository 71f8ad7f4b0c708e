import { findService } from '../aws/findService.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, CheckContext } from './check.ts'
import { called } from './parts/called.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { type EndpointHere, policiesHere, writePolicy } from './parts/policiesHere.ts'

/** Source: PrivateLink guide, endpoint policies (“if the service does not support endpoint policies, the endpoint allows full access to the service”). */
export const endpointPolicyWithoutEffect: Check = {
  id: 'endpoint-policy-without-effect',
  severity: 'warning',
  title: 'Endpoint policy that nothing reads',
  why: 'Some services of AWS know no endpoint policies, and services of one’s own and of others never do: their endpoints give full access.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *find(context) {
    const { topology, design } = context
    for (const policy of policiesHere(topology)) {
      const why = policy.endpoint && whyNot(context, policy.endpoint)
      if (!why) continue
      yield {
        at: [policy.at],
        message: `The policy of the ${called(design, policy.at.construct)} has no effect: ${why}.`,
        fixes: [{ title: 'Take the policy away', safety: 'safe', edits: [writePolicy(design, policy, null)] }],
      }
    }
  },
  examples: { bad: () => example('appstream.streaming'), good: () => example('sqs') },
}

function whyNot({ catalogue }: CheckContext, endpoint: EndpointHere): string | null {
  if (endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null)
    return 'endpoints for a service of one’s own let everything pass'
  return findService(catalogue, endpoint.service)?.entry.policySupported === false
    ? `${endpoint.service} knows no endpoint policies`
    : null
}

const example = (service: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, service, {
      subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })],
      privateDns: false,
      policy: policyOf({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
    })
  })
