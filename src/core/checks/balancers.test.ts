import { expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, placeOf, places } from './testing/findingsIn.ts'

const shut = (target: 'none' | 'gateway' | 'nat' | 'inspection') =>
  findingsIn(
    'balancer-without-way-in',
    buildDesign((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      const net = b.subnet(vpc, { id: 'net', cidr: '10.0.1.0/24' })
      const other = b.subnet(vpc, { id: 'other', cidr: '10.0.2.0/24' })
      if (target === 'none') b.mainTable(vpc, [], { id: 'table' })
      if (target === 'gateway') b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
      if (target === 'nat') {
        b.internetGateway(vpc)
        b.mainTable(vpc, [['0.0.0.0/0', b.natGateway(other)]], { id: 'table' })
      }
      if (target === 'inspection') {
        b.gwlb(vpc, { id: 'gwlb', subnets: [other] })
        b.mainTable(vpc, [['0.0.0.0/0', b.gwlbe(other, b.endpointService(['gwlb']))]])
      }
      b.alb(vpc, { id: 'alb', subnets: [net], scheme: 'internet-facing' })
    }),
  )

it('wants a way in for an internet-facing load balancer, straight or through an inspection', () => {
  expect(shut('gateway')).toEqual([])
  expect(shut('inspection')).toEqual([])
  expect(shut('nat').map(placeOf)).toEqual(['alb.subnets'])
})

it('says so of a VPC without an internet gateway, in which AWS makes none, and mends nothing there', () => {
  const [finding] = shut('none')
  expect(finding?.awsError).toBe('InvalidSubnet: VPC vpc has no internet gateway')
  expect(finding?.fixes).toEqual([])
})

it('routes no second default route beside one that leads elsewhere', () => {
  expect(shut('nat')[0]?.fixes).toEqual([])
})

it('wants the health check’s own port admitted from the nodes as well', () => {
  const refused = (ports: readonly number[], isOffered = false) =>
    findingsIn(
      'targets-refuse-balancer',
      buildDesign((b) => {
        const vpc = b.vpc()
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        const group = b.securityGroup(vpc, { ingress: ports.map((port) => ['tcp', port, '10.0.0.0/16'] as const) })
        const target = b.ec2(subnet, { id: 'web', securityGroups: [group] })
        const targets = b.targetGroup(vpc, [target], { port: 443, healthCheckPort: 8080 })
        const nlb = b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, targets]] })
        if (isOffered) b.endpointService([nlb])
      }),
    ).map(({ message }) => /port \d+/.exec(message)?.[0])
  expect(refused([443])).toEqual(['port 8080'])
  expect(refused([], true)).toEqual(['port 443', 'port 8080'])
  // the connections come from the clients’ own addresses
  expect(refused([])).toEqual(['port 8080'])
  expect(refused([443, 8080])).toEqual([])
})

const admitted = (rules: readonly ['tcp' | 'udp', number, string][], draw: (b: DesignBuilder, group: string) => void) =>
  places('targets-refuse-balancer', (b) => {
    b.vpc({ id: 'vpc', ipv6Cidrs: ['2600:1f00::/56'] })
    b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f00:0:1::/64' })
    draw(b, b.securityGroup('vpc', { ingress: rules }))
  })

it('asks for IPv6 where the targets are of it, by the nodes’ own addresses of that family', () => {
  const six = (rules: readonly ['tcp', number, string][]) =>
    admitted(rules, (b, group) => {
      b.ec2('net', { id: 'web', securityGroups: [group], ipv6: '2600:1f00:0:1::5' })
      const targets = b.targetGroup('vpc', [{ address: '2600:1f00:0:1::5' }], { targetType: 'ip', port: 443 })
      const subnets = [{ subnet: 'net', ipv6: '2600:1f00:0:1::9' }]
      b.nlb('vpc', { subnets, ipAddressType: 'dualstack', listeners: [['TCP', 443, targets]] })
    })
  expect(six([['tcp', 443, '10.0.0.0/16']])).toEqual(['web'])
  expect(six([['tcp', 443, '2600:1f00:0:2::/64']])).toEqual(['web'])
  expect(six([['tcp', 443, '2600:1f00:0:1::/64']])).toEqual([])
  expect(six([['tcp', 443, '::/0']])).toEqual([])
})

it('knows that health checks go by TCP whatever the group speaks', () => {
  const udp = (...rules: ['tcp' | 'udp', number, string][]) =>
    admitted(rules, (b, group) => {
      const targets = b.targetGroup('vpc', [b.ec2('net', { id: 'dns', securityGroups: [group] })], {
        port: 53,
        protocol: 'UDP',
      })
      b.nlb('vpc', { subnets: ['net'], listeners: [['UDP', 53, targets]] })
    })
  // the connections keep the client’s address, the health checks do not
  expect(udp(['udp', 53, '192.0.2.0/24'])).toEqual(['dns'])
  expect(udp(['udp', 53, '192.0.2.0/24'], ['tcp', 53, '10.0.1.0/24'])).toEqual([])
  const geneve = (...rules: ['tcp' | 'udp', number, string][]) =>
    admitted(rules, (b, group) => {
      const targetGroup = b.targetGroup('vpc', [b.ec2('net', { id: 'box', securityGroups: [group] })], {
        port: 6081,
        protocol: 'GENEVE',
      })
      b.gwlb('vpc', { subnets: ['net'], targetGroup })
    })
  expect(geneve(['udp', 6081, '10.0.0.0/16'])).toEqual(['box'])
  expect(geneve(['tcp', 80, '10.0.0.0/16'])).toEqual(['box'])
  expect(geneve(['udp', 6081, '10.0.0.0/16'], ['tcp', 80, '10.0.0.0/16'])).toEqual([])
})
