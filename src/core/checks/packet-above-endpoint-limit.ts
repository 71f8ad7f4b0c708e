import { formatCount } from '../base/formatCount.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { decide } from '../sim/simulate.ts'
import type { Check } from './check.ts'
import { wholeDesign } from './parts/wholeDesign.ts'

/** What every link carries. Source: EC2 guide, network MTU. */
const ALWAYS = 1500

export const packetAboveEndpointLimit: Check = {
  id: 'packet-above-endpoint-limit',
  severity: 'advice',
  title: 'Saved request with packets above what its way carries',
  why: 'Endpoints drop packets of more than 8,500 bytes and tell nobody. Transit gateways, NAT gateways and peering between Regions carry 8,500 bytes, internet gateways and VPNs 1,500; there larger packets hang on path MTU discovery or on segment sizes that the two ends agree on.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html',
  *find({ design, topology }) {
    for (const [i, { id, name, request }] of design.requests.entries()) {
      const { packetSize } = request
      if (packetSize === undefined || packetSize <= ALWAYS) continue
      const { blockers, gaps } = decide(topology, request)
      const at = [
        ...blockers.flatMap(({ code, decidedBy }) => (code === 'VPCE_PACKET_TOO_LARGE' ? (decidedBy ?? []) : [])),
        ...gaps.flatMap((gap) => (gap.code === 'PACKET_ABOVE_MTU' ? (gap.at ?? []) : [])),
      ]
      if (at.length === 0) continue
      yield {
        at: [wholeDesign('requests', i, 'request', 'packetSize'), ...at],
        message: `The request “${name || id}” sends packets of ${formatCount(packetSize)} bytes over ${at.length === 1 ? 'a link' : 'links'} that ${at.length === 1 ? 'carries' : 'carry'} less; lower the MTU of its client.`,
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
