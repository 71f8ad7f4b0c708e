import { expect, it } from 'vitest'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { findingsIn, placeOf } from './testing/findingsIn.ts'

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
  const refused = (ports: readonly number[]) =>
    findingsIn(
      'targets-refuse-balancer',
      buildDesign((b) => {
        const vpc = b.vpc()
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        const group = b.securityGroup(vpc, { ingress: ports.map((port) => ['tcp', port, '10.0.0.0/16'] as const) })
        const target = b.ec2(subnet, { id: 'web', securityGroups: [group] })
        const targets = b.targetGroup(vpc, [target], { port: 443, healthCheckPort: 8080 })
        b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, targets]] })
      }),
    ).map(({ message }) => /port \d+/.exec(message)?.[0])
  expect(refused([443])).toEqual(['port 8080'])
  expect(refused([])).toEqual(['port 443', 'port 8080'])
  expect(refused([443, 8080])).toEqual([])
})
