import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, placeOf, places } from './testing/findingsIn.ts'

describe('NAT gateways', () => {
  const CHECK = 'nat-without-way-out'
  /** A NAT gateway in a subnet whose table has these routes; the VPC has an internet gateway, and a table `rtb-out` that leads to it, where said. */
  const draw =
    (given: {
      readonly routes?: (b: DesignBuilder, vpc: string) => readonly (readonly [string, string])[]
      readonly gateway?: boolean
      readonly other?: boolean
      readonly drawn?: boolean
      readonly connectivity?: 'public' | 'private'
    }) =>
    (b: DesignBuilder) => {
      const { routes, gateway = true, other = false, drawn = true, connectivity = 'public' } = given
      const vpc = b.vpc({ id: 'vpc' })
      const subnet = b.subnet(vpc, { id: 'net', cidr: '10.0.1.0/24' })
      if (gateway) b.internetGateway(vpc, { id: 'igw' })
      if (drawn) b.routeTable(vpc, routes?.(b, vpc) ?? [], { id: 'rtb', subnets: [subnet] })
      if (other) b.routeTable(vpc, [['0.0.0.0/0', 'igw']], { id: 'rtb-out' })
      b.natGateway(subnet, { id: 'nat', connectivity })
    }
  const titles = (given: Parameters<typeof draw>[0]) =>
    findingsIn(CHECK, buildDesign(draw(given))).flatMap(({ fixes }) => fixes.map(({ title }) => title))
  const said = (given: Parameters<typeof draw>[0]) => findingsIn(CHECK, buildDesign(draw(given)))[0]

  it('go on by what inspects or is not known, where that stands on the way to everywhere', () => {
    const box = (b: DesignBuilder, vpc: string) => b.ec2(b.subnet(vpc, { cidr: '10.0.2.0/24' }))
    const inspection = (b: DesignBuilder, vpc: string) => {
      const subnet = b.subnet(vpc, { cidr: '10.0.3.0/24' })
      return b.gwlbe(subnet, b.endpointService([b.gwlb(vpc, { subnets: [subnet] })]))
    }
    const found = (target: (b: DesignBuilder, vpc: string) => string, to = '0.0.0.0/0') =>
      places(CHECK, draw({ routes: (b, vpc) => [[to, target(b, vpc)]] }))
    for (const target of [box, inspection, () => 'gone', () => 'igw']) expect(found(target)).toEqual([])
    for (const target of [box, inspection, () => 'gone']) expect(found(target, '10.9.0.0/16')).toEqual(['nat.subnet'])
    expect(found(() => 'blackhole')).toEqual(['nat.subnet'])
  })

  it('are private for the sake of other networks, whichever way these are reached', () => {
    const found = (target: (b: DesignBuilder, vpc: string) => string) =>
      places(CHECK, draw({ connectivity: 'private', routes: (b, vpc) => [['10.9.0.0/16', target(b, vpc)]] }))
    expect(found((b, vpc) => b.virtualPrivateGateway(vpc))).toEqual([])
    expect(found((b, vpc) => b.peering(vpc, b.vpc({ cidrs: ['10.9.0.0/16'] })))).toEqual([])
    expect(found((b, vpc) => b.ec2(b.subnet(vpc, { cidr: '10.0.2.0/24' })))).toEqual([])
    expect(found(() => 'gone')).toEqual([])
    expect(found(() => 'igw')).toEqual(['nat.subnet'])
    const unread = draw({ connectivity: 'private', routes: () => [['pl-unknown', 'igw']] })
    expect(places(CHECK, unread)).toEqual([])
  })

  it('are told whether the gateway or the route is missing, with the fix for either', () => {
    expect(said({})?.message).toContain('has no route to the internet gateway')
    expect(said({})?.awsError).toBeNull()
    expect(titles({})).toEqual(['Add a route for 0.0.0.0/0 to the internet gateway “igw” in the route table “rtb”'])
    expect(titles({ other: true })).toEqual([
      'Use the route table “rtb-out” for the subnet “net”',
      'Add a route for 0.0.0.0/0 to the internet gateway “igw” in the route table “rtb”',
    ])
    expect(titles({ routes: () => [['0.0.0.0/0', 'blackhole']] })).toEqual([])
    expect(titles({ drawn: false })).toEqual([])
    expect(said({ drawn: false })?.message).toContain('the VPC’s main route table, which is not drawn,')
    expect(said({ drawn: false })?.at[1]).toEqual({ construct: 'net', path: [] })
    expect(said({})?.at[1]).toEqual({ construct: 'rtb', path: [] })
    expect(said({ gateway: false })?.message).toContain('cannot work: the VPC “vpc” has no internet gateway')
    expect(said({ gateway: false })?.awsError).toContain('Gateway.NotAttached')
    expect(titles({ gateway: false })).toEqual([])
  })

  it('work with each of the ways that are offered', () => {
    const design = buildDesign(draw({ other: true }))
    for (const { title, edits } of findingsIn(CHECK, design)[0]!.fixes)
      expect(findingsIn(CHECK, applyEdits(design, edits).design), title).toEqual([])
  })

  it('of a Region follow their own table, or need a gateway alone', () => {
    const found = (table: 'none' | 'empty' | 'out', gateway = true) =>
      findingsIn(
        CHECK,
        buildDesign((b) => {
          const vpc = b.vpc({ id: 'vpc' })
          if (gateway) b.internetGateway(vpc, { id: 'igw' })
          b.routeTable(vpc, table === 'out' ? [['0.0.0.0/0', 'igw']] : [], { id: 'rtb' })
          b.regionalNatGateway(vpc, { id: 'nat', routeTable: table === 'none' ? null : 'rtb' })
        }),
      ).map(
        (one) =>
          `${placeOf(one)} ${one.at[1]?.construct} ${/cannot work/.test(one.message) ? 'no gateway' : 'no route'}`,
      )
    expect(found('none')).toEqual([])
    expect(found('out')).toEqual([])
    expect(found('empty')).toEqual(['nat.routeTable rtb no route'])
    expect(found('none', false)).toEqual(['nat.routeTable vpc no gateway'])
    expect(found('empty', false)).toEqual(['nat.routeTable rtb no gateway'])
  })

  it('of IPv6 carry what DNS64 makes up, so a default route to one is narrowed and not deleted', () => {
    const [finding] = findingsIn(
      'route-of-wrong-family',
      buildDesign((b) => {
        const vpc = b.vpc({ ipv6Cidrs: ['2600:1f18:1:1200::/56'] })
        b.routeTable(vpc, [['::/0', b.natGateway(b.subnet(vpc, { cidr: '10.0.1.0/24' }))]])
      }),
    )
    expect(finding?.message).toMatch(/carries 64:ff9b::\/96 and no other IPv6/)
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Lead 64:ff9b::/96 there and nothing else'])
  })
})
