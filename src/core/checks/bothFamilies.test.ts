import { expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const found = (check: string, draw: (b: DesignBuilder) => void) =>
  findingsIn(check, buildDesign(draw)).map(({ message }) => message)

/** A dual-stack VPC on a transit gateway whose table knows the way to it, and to which another VPC is attached as well. */
const attached =
  (routes: readonly (readonly [string, string])[], ipv6Support = true) =>
  (b: DesignBuilder) => {
    const hub = b.transitGateway({ id: 'hub' })
    b.transitTable(hub)
    for (const [id, i] of [
      ['near', 1],
      ['far', 2],
    ] as const) {
      b.vpc({ id, cidrs: [`10.${i}.0.0/16`], ipv6Cidrs: [`2600:1f0${i}::/56`] })
      const net = b.subnet(id, { id: `${id}-net`, cidr: `10.${i}.1.0/24`, ipv6Cidr: `2600:1f0${i}:0:1::/64` })
      b.ec2(net, { ipv6: `2600:1f0${i}:0:1::5` })
      b.attach(id, hub, { id: `${id}-attachment`, subnets: [net], ipv6Support })
    }
    b.mainTable('near', routes)
    b.mainTable('far', [
      ['10.0.0.0/8', hub],
      ['2600::/12', hub],
    ])
  }

it('what comes over a transit gateway by IPv6 is answered by IPv6 routes alone', () => {
  const check = 'transit-return-route-missing'
  const four = [['10.0.0.0/8', 'hub']] as const
  expect(found(check, attached(four))).toEqual([expect.stringMatching(/leads there over IPv6/)])
  expect(found(check, attached([...four, ['2600::/12', 'hub']]))).toEqual([])
  expect(found(check, attached([['2600::/12', 'hub']]))).toEqual([expect.stringMatching(/leads there:/)])
  // without IPv6 support nothing is propagated, and nothing comes
  expect(found(check, attached(four, false))).toEqual([])
  expect(places(check, attached(four))).toEqual(['near-attachment'])
})

it('the fix of a missing way back over IPv6 leads the far blocks of that family', () => {
  const [finding] = findingsIn('transit-return-route-missing', buildDesign(attached([['10.0.0.0/8', 'hub']])))
  expect(finding?.fixes.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Lead 2600:1f02::\/56 to the gateway/),
  ])
})

/** Two endpoints of an inspection; the subnet leads IPv6 out by one of them, and the transit gateway's way in leads it through `gate`. */
const inspected = (gate: string) => (b: DesignBuilder) => {
  const hub = b.transitGateway({ id: 'hub' })
  b.transitTable(hub)
  const vpc = b.vpc({ ipv6Cidrs: ['2600:1f01::/56'] })
  const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
  const gates = ['a', 'b'].map((zone, i) => {
    const net = b.subnet(vpc, {
      zone: `us-east-1${zone}`,
      cidr: `10.0.1${i}.0/24`,
      ipv6Cidr: `2600:1f01:0:${i + 1}::/64`,
    })
    b.gwlbe(net, service, { id: `gate-${zone}` })
    return net
  })
  b.routeTable(vpc, [['::/0', hub]], { subnets: gates })
  const app = b.subnet(vpc, { zone: 'us-east-1b', cidr: '10.0.2.0/24', ipv6Cidr: '2600:1f01:0:9::/64' })
  b.ec2(app, { ipv6: '2600:1f01:0:9::5' })
  b.routeTable(vpc, [['::/0', 'gate-b']], { subnets: [app] })
  const entry = b.subnet(vpc, { cidr: '10.0.20.0/28' })
  b.routeTable(vpc, [['2600:1f01:0:9::/64', gate]], { id: 'entry', subnets: [entry] })
  b.attach(vpc, hub, { subnets: [entry], ipv6Support: true })
}

it('the two directions of IPv6 pass the same inspection as well', () => {
  expect(places('inspection-one-sided', inspected('gate-a'))).toEqual(['entry.routes.0'])
  expect(places('inspection-one-sided', inspected('gate-b'))).toEqual([])
  expect(found('inspection-one-sided', inspected('gate-a'))).toEqual([expect.stringMatching(/over IPv6/)])
})

/** An inspection VPC for IPv6 alone, with an appliance in each of two zones. */
const inspects = (applianceMode: boolean, back: string) => (b: DesignBuilder) => {
  const vpc = b.vpc({ ipv6Cidrs: ['2600:1f01::/56'] })
  const hub = b.transitGateway({ id: 'hub' })
  b.transitTable(hub, [['::/0', 'attachment']])
  const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => {
    const net = b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24`, ipv6Cidr: `2600:1f01:0:${i}::/64` })
    const box = b.ec2(net, { ipv6: `2600:1f01:0:${i}::5`, sourceDestCheck: false, forwarding: 'routes' })
    const entry = b.subnet(vpc, { zone, cidr: `10.0.1${i}.0/24`, ipv6Cidr: `2600:1f01:0:1${i}::/64` })
    b.routeTable(vpc, [['::/0', box]], { subnets: [entry] })
    return entry
  })
  b.mainTable(vpc, [[back, hub]])
  b.attach(vpc, hub, { id: 'attachment', subnets, applianceMode, ipv6Support: true })
}

it('an inspection of IPv6 needs appliance mode as well', () => {
  expect(places('appliance-mode-off', inspects(false, '::/0'))).toEqual(['attachment.applianceMode'])
  expect(places('appliance-mode-off', inspects(true, '::/0'))).toEqual([])
  // what the appliances send on by IPv4 alone brings no IPv6 back
  expect(places('appliance-mode-off', inspects(false, '10.0.0.0/8'))).toEqual([])
})

/** A VPC with a second IPv6 block, and another one that may have no route back to it. */
const grown = (back: readonly string[]) => (b: DesignBuilder) => {
  const vpc = b.vpc({ id: 'vpc-a', ipv6Cidrs: ['2600:1f01::/56', '2600:1f01:0:100::/56'] })
  const far = b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2600:1f02::/56'] })
  const peering = b.peering(vpc, far)
  b.mainTable(vpc, [['2600:1f02::/56', peering]])
  b.mainTable(far, [...back.map((cidr) => [cidr, peering] as const), ['::/0', b.egressOnlyInternetGateway(far)]], {
    id: 'table',
  })
  b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f01:0:101::/64' }), { ipv6: '2600:1f01:0:101::5' })
  b.ec2(b.subnet(far, { cidr: '10.1.1.0/24', ipv6Cidr: '2600:1f02:0:1::/64' }), { ipv6: '2600:1f02:0:1::5' })
}

it('a further IPv6 block needs a way back of its own', () => {
  const check = 'secondary-block-without-way-back'
  expect(places(check, grown(['2600:1f01::/56']))).toEqual(['table.routes'])
  expect(places(check, grown(['2600:1f01::/56', '2600:1f01:0:100::/56']))).toEqual([])
  // no way back to the VPC at all is another matter
  expect(places(check, grown([]))).toEqual([])
  const [finding] = findingsIn(check, buildDesign(grown(['2600:1f01::/56'])))
  expect(finding?.at[1]).toEqual({ construct: 'vpc-a', path: ['ipv6Cidrs', 1] })
})

it('a zone that sends IPv6 to a gateway without a subnet there is dropped too', () => {
  const zones = (subnets: readonly string[]) => (b: DesignBuilder) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2600:1f01::/56'] })
    const hub = b.transitGateway()
    b.transitTable(hub)
    b.subnet(vpc, { id: 'a', cidr: '10.0.1.0/24' })
    const net = b.subnet(vpc, { id: 'b', zone: 'us-east-1b', cidr: '10.0.2.0/24', ipv6Cidr: '2600:1f01:0:2::/64' })
    b.ec2(net, { ipv6: '2600:1f01:0:2::5' })
    b.attach(vpc, hub, { id: 'attachment', subnets, ipv6Support: true })
    b.mainTable(vpc, [['2600::/12', hub]])
  }
  expect(places('transit-attachment-misses-zone', zones(['a']))).toEqual(['attachment.subnets'])
  expect(places('transit-attachment-misses-zone', zones(['a', 'b']))).toEqual([])
})

it('IPv6 that leaves through an inspection has to come back through it', () => {
  const edged = (routes: readonly (readonly [string, string])[]) => (b: DesignBuilder) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2600:1f01::/56'] })
    const gateway = b.internetGateway(vpc)
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const gates = b.subnet(vpc, { cidr: '10.0.2.0/24', ipv6Cidr: '2600:1f01:0:2::/64' })
    b.gwlbe(gates, service, { id: 'gate' })
    const app = b.subnet(vpc, { id: 'app', cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f01:0:1::/64' })
    b.ec2(app, { ipv6: '2600:1f01:0:1::5' })
    b.routeTable(vpc, [['::/0', gateway]], { subnets: [gates] })
    b.routeTable(vpc, [['::/0', 'gate']], { subnets: [app] })
    b.edgeTable(gateway, routes)
  }
  expect(places('edge-table-missing', edged([['10.0.1.0/24', 'gate']]))).toEqual(['app'])
  expect(places('edge-table-missing', edged([['2600:1f01:0:1::/64', 'gate']]))).toEqual([])
})

it('a dual-stack load balancer needs a way in by both families', () => {
  const facing = (routes: readonly string[]) => (b: DesignBuilder) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2600:1f01::/56'] })
    const net = b.subnet(vpc, { cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f01:0:1::/64' })
    const gateway = b.internetGateway(vpc)
    b.mainTable(
      vpc,
      routes.map((cidr) => [cidr, gateway] as const),
    )
    b.nlb(vpc, { id: 'nlb', subnets: [net], scheme: 'internet-facing', ipAddressType: 'dualstack' })
  }
  expect(places('balancer-without-way-in', facing(['0.0.0.0/0']))).toEqual(['nlb.subnets'])
  expect(places('balancer-without-way-in', facing(['0.0.0.0/0', '::/0']))).toEqual([])
  expect(found('balancer-without-way-in', facing([]))).toHaveLength(2)
})
