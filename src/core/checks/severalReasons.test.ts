import { describe, expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

describe('target groups', () => {
  it('are of their load balancer’s VPC and speak its protocol', () => {
    const found = places('target-group-mismatch', (b) => {
      const [own, other] = [b.vpc(), b.vpc()]
      const group = (id: string, protocol: 'TCP' | 'TLS' | 'UDP' | 'TCP_UDP' | 'HTTP' | 'HTTPS', vpc = own) =>
        b.targetGroup(vpc, [], { id, protocol })
      const [tcp, tls, udp, both] = [
        group('tcp', 'TCP'),
        group('tls', 'TLS'),
        group('udp', 'UDP'),
        group('both', 'TCP_UDP'),
      ]
      const [http, https, foreign] = [group('http', 'HTTP'), group('https', 'HTTPS'), group('foreign', 'TCP', other)]
      const listeners = [
        ['TCP', 1, tcp],
        ['TCP', 2, both],
        ['TCP', 3, tls],
        ['TLS', 4, tls],
        ['TLS', 5, tcp],
        ['TLS', 6, both],
        ['UDP', 7, udp],
        ['UDP', 8, both],
        ['TCP_UDP', 9, both],
        ['TCP_UDP', 10, tcp],
        ['TCP', 11, foreign],
        ['TCP', 12, null],
      ] as const
      b.nlb(own, { id: 'nlb', listeners })
      const web = [
        ['HTTP', 80, https],
        ['HTTPS', 443, http],
        ['HTTPS', 444, tls],
      ] as const
      b.alb(own, { id: 'alb', listeners: web })
      b.gwlb(own, { id: 'gwlb', targetGroup: tcp })
    })
    expect(found).toEqual([
      'alb.listeners.2.targetGroup',
      'gwlb.targetGroup',
      'nlb.listeners.2.targetGroup',
      'nlb.listeners.5.targetGroup',
      'nlb.listeners.9.targetGroup',
      'nlb.listeners.10.targetGroup',
    ])
  })

  it('speak GENEVE on port 6081, and to Application Load Balancers TCP', () => {
    const found = places('target-group-mismatch', (b) => {
      const vpc = b.vpc()
      b.targetGroup(vpc, [], { id: 'geneve', protocol: 'GENEVE', port: 6081 })
      b.targetGroup(vpc, [], { id: 'geneve-443', protocol: 'GENEVE', port: 443 })
      b.targetGroup(vpc, [b.alb(vpc)], { id: 'alb', protocol: 'TCP' })
      b.targetGroup(vpc, [b.alb(vpc)], { id: 'alb-tls', protocol: 'TLS' })
    })
    expect(found).toEqual(['alb-tls.protocol', 'geneve-443.port'])
  })

  it('hold targets of their type', () => {
    const found = places('target-group-mismatch', (b) => {
      const vpc = b.vpc()
      const [box, balancer] = [b.ec2(b.subnet(vpc)), b.alb(vpc)]
      for (const targetType of ['instance', 'ip', 'alb'] as const)
        b.targetGroup(vpc, [box, balancer, { address: '10.0.0.9' }, { target: null }], { id: targetType, targetType })
    })
    expect(found).toEqual([
      'alb.targets.0',
      'alb.targets.2',
      'instance.targets.1',
      'instance.targets.2',
      'ip.targets.1',
    ])
  })
})

describe('tables of gateways', () => {
  it('are one for each gateway, of its VPC, without propagation or prefix lists, and lead to what inspects', () => {
    const found = places('edge-table-refused', (b) => {
      const [vpc, other] = [b.vpc({ id: 'vpc' }), b.vpc({ cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] })]
      b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const six = b.subnet(other, { cidr: '10.1.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
      const box = b.ec2(six)
      const gateway = b.internetGateway(vpc, { id: 'igw' })
      const vpn = b.virtualPrivateGateway(vpc)
      b.edgeTable(gateway, [], { id: 'a-first' })
      b.edgeTable(gateway, [], { id: 'b-second' })
      const list = b.prefixList(['10.0.1.0/24'])
      const routes = [
        [list, 'local'],
        ['10.0.0.0/16', 'local'],
        ['10.0.1.0/24', 'blackhole'],
        ['10.0.1.0/24', gateway],
      ] as const
      b.edgeTable(vpn, routes, { id: 'c-vpn', propagatingGateways: [vpn] })
      const own = [
        ['2001:db8:0:1::/64', box],
        ['2001:db8::/56', box],
        ['2001:db8::/64', box],
      ] as const
      b.edgeTable(b.internetGateway(other), own, { id: 'd-six' })
      b.routeTable(vpc, [], { id: 'e-foreign', edgeOf: b.internetGateway(other) })
    })
    expect(found).toEqual([
      'b-second.edgeOf',
      'c-vpn.propagatingGateways',
      'c-vpn.routes.0',
      'c-vpn.routes.3',
      'd-six.routes.2',
      'e-foreign.edgeOf',
    ])
  })
})

describe('address types', () => {
  it('ask each subnet of an endpoint that lives for an IPv6 block', () => {
    const found = places('address-type-not-supported', (b) => {
      const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'], dnsHostnames: true })
      const four = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const both = b.subnet(vpc, { zone: 'us-east-1b', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8::/64' })
      b.interfaceEndpoint(vpc, 'sqs', { id: 'a', subnets: [both, four], ipAddressType: 'ipv6' })
      b.interfaceEndpoint(vpc, 'sns', { id: 'b', subnets: [four], ipAddressType: 'ipv4' })
      b.interfaceEndpoint(vpc, 'kms', { id: 'c', subnets: [four], ipAddressType: 'dualstack', state: 'rejected' })
      b.gwlbe(four, 'com.amazonaws.vpce.us-east-1.vpce-svc-1', { id: 'd', ipAddressType: 'dualstack' })
      b.gwlbe(both, 'com.amazonaws.vpce.us-east-1.vpce-svc-1', { id: 'e', ipAddressType: 'dualstack' })
      b.interfaceEndpoint(vpc, 'ec2', { id: 'h', subnets: [both], ipAddressType: 'ipv6' })
      b.gatewayEndpoint(vpc, 's3', { id: 'f', ipAddressType: 'dualstack' })
      b.gatewayEndpoint(vpc, 'dynamodb', { id: 'g', ipAddressType: 'dualstack' })
    })
    expect(found).toEqual(['a.ipAddressType', 'd.ipAddressType', 'g.ipAddressType', 'h.ipAddressType'])
  })

  it('ask the service for every family, and its load balancers for IPv6', () => {
    type Family = 'ipv4' | 'ipv6'
    const found = (
      supportedIpAddressTypes: readonly Family[],
      ipAddressType: Family | 'dualstack',
      balancer: 'ipv4' | 'dualstack',
    ) =>
      places('address-type-not-supported', (b) => {
        const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
        const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })]
        const nlb = b.nlb(vpc, { subnets, ipAddressType: balancer })
        const service = b.endpointService([nlb], {
          id: 'service',
          supportedIpAddressTypes: [...supportedIpAddressTypes],
        })
        b.interfaceEndpoint(vpc, service, { id: 'endpoint', subnets, ipAddressType })
      })
    expect(found(['ipv4'], 'ipv4', 'ipv4')).toEqual([])
    expect(found(['ipv4'], 'dualstack', 'ipv4')).toEqual(['endpoint.ipAddressType'])
    expect(found(['ipv6'], 'ipv4', 'dualstack')).toEqual(['endpoint.ipAddressType'])
    expect(found(['ipv4', 'ipv6'], 'dualstack', 'dualstack')).toEqual([])
    expect(found(['ipv4', 'ipv6'], 'dualstack', 'ipv4')).toEqual(['service.supportedIpAddressTypes'])
  })
})

describe('endpoint services', () => {
  it('have load balancers, of their own Region, that no other has', () => {
    const found = places('endpoint-service-refused', (b) => {
      const vpc = b.vpc()
      const far = b.nlb(b.vpc({ region: b.region('eu-west-1') }), { id: 'far' })
      const [one, two] = [b.nlb(vpc, { id: 'one' }), b.nlb(vpc, { id: 'two' })]
      b.endpointService([], { id: 'a-none' })
      b.endpointService([one], { id: 'b-first' })
      b.endpointService([two, one], { id: 'c-taken' })
      b.endpointService([b.nlb(vpc), far], { id: 'd-far' })
      b.endpointService([b.gwlb(vpc), b.gwlb(vpc)], { id: 'e-alike' })
    })
    expect(found).toEqual(['a-none.loadBalancers', 'c-taken.loadBalancers.1', 'd-far.loadBalancers.1'])
  })
})

describe('attachments', () => {
  it('are of the gateway’s Region, once for each VPC, in a subnet', () => {
    const found = places('transit-attachment-refused', (b) => {
      const [vpc, bare] = [b.vpc({ id: 'vpc' }), b.vpc({ id: 'bare' })]
      const far = b.vpc({ id: 'far', region: b.region('eu-west-1') })
      b.subnet(vpc)
      b.subnet(far, { zone: 'eu-west-1a' })
      const [gateway, second] = [b.transitGateway(), b.transitGateway()]
      b.attach(vpc, gateway, { id: 'a' })
      b.attach(vpc, second, { id: 'b' })
      b.attach(far, gateway, { id: 'c' })
      b.attach(bare, gateway, { id: 'd' })
      b.attach(vpc, gateway, { id: 'e', state: 'deleted' })
      b.attach('undrawn', gateway, { id: 'f', subnets: [] })
    })
    expect(found).toEqual(['c.transitGateway', 'd.subnets'])
  })

  it('are put into one subnet of each zone', () => {
    const found = places('transit-attachment-refused', (b) => {
      const vpc = b.vpc()
      b.subnet(vpc)
      b.attach(vpc, b.transitGateway(), { id: 'a', subnets: [] })
    })
    expect(found).toEqual(['a.subnets'])
  })
})

describe('rules of the resolver', () => {
  it('send by an outbound endpoint of their Region to somebody', () => {
    const draw = (outbound: number, regionOfRule: string) => (b: DesignBuilder) => {
      const vpc = b.vpc()
      const subnets = ['us-east-1a', 'us-east-1b'].map((zone) => b.subnet(vpc, { zone }))
      for (let i = 0; i < outbound; i++) b.resolverEndpoint('outbound', subnets, { id: `out-${i}` })
      b.resolverEndpoint('inbound', subnets, { id: 'in' })
      const region = b.region(regionOfRule)
      b.resolverRule('a.example', ['192.168.0.53'], { id: 'a-none', region, resolverEndpoint: null })
      b.resolverRule('b.example', ['192.168.0.53'], { id: 'b-inbound', region, resolverEndpoint: 'in' })
      b.resolverRule('c.example', [], { id: 'c-system', region })
      b.resolverRule('d.example', [], { id: 'd-silent', ruleType: 'forward', region, resolverEndpoint: 'gone' })
    }
    const expected = ['a-none.resolverEndpoint', 'b-inbound.resolverEndpoint', 'd-silent.targets']
    const fixesOf = (outbound: number, region: string) =>
      findingsIn('forward-rule-without-endpoint', buildDesign(draw(outbound, region))).map(({ fixes }) => fixes.length)
    for (const outbound of [0, 1, 2])
      expect(places('forward-rule-without-endpoint', draw(outbound, 'us-east-1'))).toEqual(expected)
    expect(fixesOf(1, 'us-east-1')).toEqual([1, 1, 0])
    expect(fixesOf(1, 'eu-west-1')).toEqual([0, 0, 0])
    expect(fixesOf(2, 'us-east-1')).toEqual([0, 0, 0])
  })
})

describe('record types of gateway endpoints', () => {
  it('are those of the interface endpoint beside it that serves inbound resolvers alone', () => {
    const found = (
      own: 'ipv4' | 'service-defined',
      beside: 'ipv4' | 'dualstack',
      onlyInbound = true,
      dnsHostnames = true,
    ) =>
      places('dns-record-type-refused', (b) => {
        const vpc = b.vpc({ dnsHostnames })
        b.gatewayEndpoint(vpc, 's3', { id: 'gateway', dnsRecordIpType: own })
        b.interfaceEndpoint(vpc, 's3', {
          subnets: [b.subnet(vpc)],
          privateDnsOnlyForInboundResolver: onlyInbound,
          dnsRecordIpType: beside,
        })
      })
    expect(found('ipv4', 'ipv4')).toEqual([])
    expect(found('ipv4', 'dualstack')).toEqual(['gateway.dnsRecordIpType'])
    expect(found('ipv4', 'dualstack', false)).toEqual([])
    expect(found('service-defined', 'dualstack')).toEqual([])
    expect(found('ipv4', 'ipv4', true, false)).toEqual(['gateway.dnsRecordIpType'])
  })
})

describe('addresses taken twice', () => {
  it('are those of clients, NAT gateways and load balancers, each let go by its own fix', () => {
    const taken = '198.51.100.7'
    const found = places('address-taken', (b) => {
      const vpc = b.vpc()
      const net = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.ec2(net, { id: 'a', publicIp: taken })
      b.ec2(net, { id: 'b', publicIp: taken })
      b.ec2(net, { id: 'c', publicIp: 'auto' })
      b.natGateway(net, { id: 'd', publicIp: taken })
      b.natGateway(net, { id: 'e', publicIp: null })
      b.regionalNatGateway(vpc, { id: 'f', publicIps: ['198.51.100.8', taken] })
      b.nlb(vpc, { id: 'g', subnets: [{ subnet: net, publicIp: taken }] })
      b.alb(vpc, { id: 'h', subnets: [net, { subnet: net, publicIp: taken }] })
      b.elasticIp({ id: 'i', publicIp: taken, holder: 'b' })
      b.elasticIp({ id: 'j', publicIp: taken, holder: 'a' })
      b.elasticIp({ id: 'k', publicIp: null })
    })
    expect(found).toEqual([
      'b.interfaces.0.publicIp',
      'd.publicIp',
      'f.publicIps.1',
      'g.subnets.0.publicIp',
      'h.subnets.1.publicIp',
      'i.publicIp',
    ])
  })
})

describe('references', () => {
  it('go to interfaces that a client has', () => {
    const found = places('dangling-reference', (b) => {
      const vpc = b.vpc()
      const box = b.ec2(b.subnet(vpc), { id: 'box' })
      const routes = [
        ['10.8.0.0/16', box, 0],
        ['10.9.0.0/16', box, 1],
      ] as const
      b.routeTable(vpc, routes, { id: 'rtb' })
      b.elasticIp({ id: 'first', holder: box, interface: 0 })
      b.elasticIp({ id: 'second', holder: box, interface: 1 })
      b.elasticIp({ id: 'free', holder: null, interface: 3 })
    })
    expect(found).toEqual(['rtb.routes.1', 'second.interface'])
  })
})

describe('load balancers behind AWS PrivateLink', () => {
  it('admit consumers by protocol, port and block, on one listener at least, unless their groups do not apply', () => {
    type Rule = readonly ['tcp' | 'udp' | 'all', number | readonly [number, number] | null, string]
    const found = (rule: Rule, enforceInboundRulesOnPrivateLink = true) =>
      places('balancer-refuses-consumers', (b) => {
        const provider = b.vpc()
        const securityGroups = [b.securityGroup(provider, { ingress: [rule] })]
        const subnets = [b.subnet(provider, { cidr: '10.0.1.0/24' })]
        const listeners = [
          ['TCP', 443],
          ['TCP', 8443],
        ] as const
        const nlb = b.nlb(provider, { id: 'nlb', subnets, securityGroups, listeners, enforceInboundRulesOnPrivateLink })
        const service = b.endpointService([nlb])
        const vpc = b.vpc({ cidrs: ['10.1.0.0/16'] })
        for (let i = 0; i < 2; i++)
          b.interfaceEndpoint(vpc, service, { subnets: [b.subnet(vpc, { cidr: `10.1.${i}.0/24` })] })
      })
    expect(found(['tcp', 8443, '10.1.0.0/24'])).toEqual([])
    expect(found(['tcp', [8443, 9000], '10.0.0.0/8'])).toEqual([])
    expect(found(['tcp', [400, 443], '10.0.0.0/8'])).toEqual([])
    expect(found(['all', null, '10.1.0.0/16'])).toEqual([])
    expect(found(['tcp', [444, 8442], '10.1.0.0/16'])).toEqual(['nlb.securityGroups'])
    expect(found(['udp', 443, '10.1.0.0/16'])).toEqual(['nlb.securityGroups'])
    expect(found(['all', null, '10.2.0.0/16'])).toEqual(['nlb.securityGroups'])
    expect(found(['all', null, '10.2.0.0/16'], false)).toEqual([])
  })
})
