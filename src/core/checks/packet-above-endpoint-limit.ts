import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { wholeDesign } from './parts/wholeDesign.ts'

/** Bytes that pass an endpoint. Source: AWS PrivateLink guide, quotas; the same for transit gateways by their guide. */
const MOST = 8500

export const packetAboveEndpointLimit: Check = {
  id: 'packet-above-endpoint-limit',
  severity: 'advice',
  title: 'Saved request with packets above 8,500 bytes',
  why: 'Endpoints and transit gateways drop packets of more than 8,500 bytes and tell nobody, since path MTU discovery does not work through them. TCP is spared where the sizes of its segments are agreed on; other protocols are not.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
  *find({ design, topology }) {
    const mayCross = topology.endpoints.size + topology.transitGateways.size > 0
    for (const [i, { id, name, request }] of mayCross ? design.requests.entries() : []) {
      const { packetSize } = request
      if (packetSize === undefined || packetSize <= MOST) continue
      yield {
        at: [wholeDesign('requests', i, 'request', 'packetSize')],
        message: `The request “${name || id}” sends packets of ${packetSize} bytes. Where it crosses an endpoint or a transit gateway, those above 8,500 bytes are dropped; lower the MTU of its client.`,
      }
    }
  },
  examples: { bad: () => example(9001), good: () => example(8500) },
}

const example = (packetSize: number) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'app' })
    b.interfaceEndpoint(vpc, 'sqs', { subnets: [subnet] })
    b.request({ from: 'app', to: 'sqs.us-east-1.amazonaws.com', packetSize })
  })
