import type { ConstructId } from '../kinds/registry.ts'
import type { DesignBuilder } from './designBuilder.ts'

/** All that a VPC `v` with a subnet `a` and a security group `g` can be joined to, one of each kind: `client-1` is a target, and a second VPC is beside it. */
export function drawNeighbours(b: DesignBuilder, v: ConstructId, a: ConstructId, g: ConstructId): void {
  const w = b.vpc({ name: 'far', cidrs: ['10.1.0.0/16'] })
  const there = b.subnet(w, { cidr: '10.1.0.0/24', name: 'there' })
  b.peering(v, w)
  const gateway = b.transitGateway()
  b.transitTable(gateway)
  b.attach(v, gateway)
  b.transitPeering(gateway, b.transitGateway())
  const network = b.onPremises(['192.168.0.0/16'], { dnsServer: '192.168.0.2' })
  b.onPremisesHost(network, '192.168.0.9')
  const vgw = b.virtualPrivateGateway(v)
  b.vpn(b.customerGateway({ network }), vgw, { routes: ['192.168.0.0/16'] })
  b.directConnect(network, gateway)
  const group = b.targetGroup(v, ['client-1'])
  const nlb = b.nlb(v, { subnets: [a], listeners: [['TCP', 443, group]], securityGroups: [g] })
  b.interfaceEndpoint(w, b.endpointService([nlb], { privateDnsName: 'api.example.com' }), { subnets: [there] })
  const gwlb = b.gwlb(w, { subnets: [there], targetGroup: b.targetGroup(w, [], { protocol: 'GENEVE' }) })
  b.routeTable(w, [['0.0.0.0/0', b.gwlbe(there, b.endpointService([gwlb]))]])
  b.edgeTable(b.internetGateway(w), [['10.1.0.0/24', 'local']])
  b.elasticIp({ holder: nlb, publicIp: '198.51.100.77' })
  const out = b.resolverEndpoint('outbound', [a])
  b.resolverRule('corp.example', ['192.168.0.2'], { vpcs: [v, w], resolverEndpoint: out })
  b.hostedZone('example.internal', [v], { records: [{ name: '@', alias: nlb }] })
  b.blockPublicAccess('block-ingress', { exclusions: [{ of: v, allow: 'egress' }] })
}
