import {
  type LoadBalancerNet,
  PROTOCOL,
  type TargetGroupNet,
  type TargetNet,
  type Topology,
} from '../../topology/topology.ts'

/** A port of a target, and the protocol of IANA's by which it is asked. */
export interface Sent {
  readonly port: number
  readonly protocol: number
}

/**
 * What a load balancer's nodes send to a target from addresses of their own: health checks, which go by TCP whatever the group speaks, and
 * connections, unless those keep the client's address, which nothing does that comes by AWS PrivateLink.
 * Sources: Elastic Load Balancing guides, target health, client IP preservation; Gateway Load Balancer guide: packets come wrapped in GENEVE.
 */
export function sentByNodes(
  { endpointServices }: Topology,
  balancer: LoadBalancerNet,
  { protocol, healthPort, preservesClient }: TargetGroupNet,
  { port }: TargetNet,
): readonly Sent[] {
  const check = { port: healthPort ?? port, protocol: PROTOCOL.tcp }
  const isOwn =
    protocol === 'GENEVE' ||
    !preservesClient ||
    [...endpointServices.values()].some(({ balancers }) => balancers.includes(balancer))
  const connections = isOwn ? (PROTOCOLS[protocol] ?? [PROTOCOL.tcp]).map((one) => ({ port, protocol: one })) : []
  return connections.some((one) => one.port === check.port && one.protocol === check.protocol)
    ? connections
    : [...connections, check]
}

const PROTOCOLS: { readonly [P in TargetGroupNet['protocol']]?: readonly number[] } = {
  UDP: [PROTOCOL.udp],
  TCP_UDP: [PROTOCOL.tcp, PROTOCOL.udp],
  GENEVE: [PROTOCOL.udp],
}
