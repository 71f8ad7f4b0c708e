import { describe, expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, placeOf } from './testing/findingsIn.ts'

describe('zones of load balancers', () => {
  const CHECK = 'balancer-zone-without-targets'
  type Targets = Parameters<DesignBuilder['targetGroup']>[1]
  /** A load balancer in two zones, with a client in the first; `targets` are of its one listener. */
  const design = (
    targets: (b: DesignBuilder, nets: readonly string[]) => Targets,
    groupCrossZone: boolean | null = null,
  ) =>
    buildDesign((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      const nets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
      b.ec2(nets[0]!, { id: 'box', privateIp: '10.0.0.20' })
      const group = b.targetGroup(vpc, targets(b, nets), { id: 'group', crossZone: groupCrossZone })
      b.nlb(vpc, { id: 'nlb', subnets: nets, listeners: [['TCP', 443, group]] })
    })
  const found = (...given: Parameters<typeof design>) => findingsIn(CHECK, design(...given)).map(placeOf)

  it('are those of targets by address too: of an interface, of a subnet, of nowhere in the VPC', () => {
    expect(found(() => ['10.0.0.20'])).toEqual(['nlb.listeners.0'])
    expect(found(() => ['10.0.1.99'])).toEqual(['nlb.listeners.0'])
    expect(found(() => ['10.0.0.20', '10.0.1.99'])).toEqual([])
    expect(found(() => ['10.9.0.1'])).toEqual([])
  })

  it('are those of an Application Load Balancer’s nodes', () => {
    const alb = (subnets: (nets: readonly string[]) => readonly string[]) =>
      found((b, nets) => [b.alb('vpc', { subnets: subnets(nets) })])
    expect(alb((nets) => nets)).toEqual([])
    expect(alb((nets) => nets.slice(0, 1))).toEqual(['nlb.listeners.0'])
  })

  it('do not matter without any healthy target, nor where the group balances across them', () => {
    expect(found(() => [{ target: 'box', health: 'unhealthy' }])).toEqual([])
    expect(found(() => [])).toEqual([])
    expect(found(() => ['box'], true)).toEqual([])
    expect(found(() => ['box'], false)).toEqual(['nlb.listeners.0'])
  })

  it('are named, and balanced across where it was turned off', () => {
    const of = (groupCrossZone: boolean | null) =>
      findingsIn(
        CHECK,
        design(() => ['box'], groupCrossZone),
      )[0]!
    expect(of(null).message).toContain('has a node in us-east-1b, where')
    expect(of(null).fixes[0]?.edits[0]).toMatchObject({ id: 'nlb', fields: { crossZone: true } })
    expect(of(false).fixes[0]?.edits[0]).toMatchObject({ id: 'group', fields: { crossZone: true } })
  })
})

describe('subnets of load balancers', () => {
  const CHECK = 'load-balancer-zones'
  /** A load balancer of a kind in the first `count` subnets of a VPC, which has one in each of `zones`. */
  const found = (
    kind: 'alb' | 'nlb' | 'gwlb',
    count: number,
    zones: readonly string[] = ['us-east-1a', 'us-east-1b', 'us-east-1c'],
  ) =>
    findingsIn(
      CHECK,
      buildDesign((b) => {
        const vpc = b.vpc()
        const nets = zones.map((zone, i) => b.subnet(vpc, { id: `net-${i}`, zone, cidr: `10.0.${i}.0/24` }))
        b[kind](vpc, { id: 'one', subnets: nets.slice(0, count) })
      }),
    ).map(({ fixes, message, awsError }) => [
      /no subnet/.test(message) ? 'none' : 'one zone',
      awsError !== null,
      ...fixes.map(({ title }) => title),
    ])

  it('are of two zones for an Application Load Balancer, of one for the others', () => {
    expect(found('alb', 2)).toEqual([])
    expect(found('alb', 1)).toEqual([['one zone', true, 'Put it into a subnet of us-east-1b']])
    expect(found('alb', 0)).toEqual([['none', true, 'Put it into a subnet of us-east-1a and us-east-1b']])
    for (const kind of ['nlb', 'gwlb'] as const) {
      expect(found(kind, 1)).toEqual([])
      expect(found(kind, 0)).toEqual([['none', false, 'Put it into a subnet of us-east-1a']])
    }
  })

  it('are offered only where the VPC has as many zones', () => {
    expect(found('alb', 1, ['us-east-1a'])).toEqual([['one zone', true]])
    expect(found('alb', 0, ['us-east-1a'])).toEqual([['none', true]])
    expect(found('nlb', 0, [])).toEqual([['none', false]])
  })

  it('count by zone, not by subnet, and one Local Zone is enough', () => {
    expect(found('alb', 2, ['us-east-1a', 'us-east-1a'])).toEqual([['one zone', true]])
    expect(found('alb', 1, ['us-west-2-lax-1a'])).toEqual([])
  })
})
