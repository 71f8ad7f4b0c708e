import * as z from 'zod/mini'
import { base, endpointState, ipAddressType, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { unusual } from './detailParts.ts'
import { line } from './lines.ts'
import { ofEndpointService } from './parts.ts'

const schema = z.strictObject({
  ...base('gateway-load-balancer-endpoint'),
  subnet: reference,
  service: typedText,
  endpointService: optional(reference),
  state: endpointState,
  ipAddressType,
  privateIp: optional(typedText),
})

/** An endpoint that routes point to: it hands packets to the appliances of a Gateway Load Balancer and back. */
export const gatewayLoadBalancerEndpoint: Sheet<typeof schema> = {
  schema,
  kind: 'gateway-load-balancer-endpoint',
  title: 'Gateway Load Balancer endpoint',
  noun: 'a Gateway Load Balancer endpoint',
  group: 'endpoints',
  parent: { path: 'subnet', kinds: ['subnet'] },
  container: false,
  stands: { area: 'inside', rank: 2 },
  colour: 'group-vpc',
  imported: 'VpcEndpoints',
  reached: null,
  dropped: 'chosen',
  turnsBack: true,
  inspects: true,
  detail: ({ privateIp, state }) => unusual(state) ?? privateIp ?? 'Gateway Load Balancer endpoint',
  occupies: ({ subnet, privateIp }) => [{ subnet, privateIp, path: [] }],
  lines: ({ id, endpointService }) => line(id, endpointService, 'endpoint-service', 'leads to'),
  references: [{ path: 'subnet', kinds: ['subnet'], onDelete: 'delete-holder' }, ofEndpointService],
  blank: (parent) => ({ subnet: parent, service: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0' }),
}
