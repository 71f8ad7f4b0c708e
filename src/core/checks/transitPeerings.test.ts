import { expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const CHECK = 'transit-peering-one-way'
type Routes = Parameters<DesignBuilder['transitTable']>[1]

/** Two dual-stack VPCs behind two transit gateways, by what the table of the far one knows; the near attachment supports IPv6 or not. */
const draw =
  (back: Routes, ipv6Support = true, own: Routes = []) =>
  (b: DesignBuilder) => {
    const regions = ['us-east-1', 'us-west-2'].map((code) => b.region(code))
    const [east, west] = regions.map((region, i) => b.transitGateway({ id: i === 0 ? 'east' : 'west', region }))
    b.transitTable(east!, [['10.1.0.0/16', 'peering'], ['2600:1f01::/56', 'peering'], ...(own ?? [])], { id: 'near' })
    b.transitTable(west!, back, { id: 'far' })
    for (const [i, gateway] of [east!, west!].entries()) {
      const vpc = b.vpc({
        id: `vpc-${i}`,
        cidrs: [`10.${i}.0.0/16`],
        ipv6Cidrs: [`2600:1f0${i}::/56`],
        region: regions[i]!,
      })
      const zone = i === 0 ? 'us-east-1a' : 'us-west-2a'
      b.subnet(vpc, { cidr: `10.${i}.1.0/24`, ipv6Cidr: `2600:1f0${i}::/64`, zone })
      b.attach(vpc, gateway, { id: `att-${i}`, ipv6Support: i === 1 || ipv6Support })
    }
    b.transitPeering(east!, west!, { id: 'peering' })
  }
const found = (...given: Parameters<typeof draw>) => places(CHECK, draw(...given))
const four = ['10.0.0.0/16', 'peering'] as const
const six = ['2600:1f00::/56', 'peering'] as const

it('each family has to find its own way back', () => {
  expect(found([four, six])).toEqual([])
  expect(found([four])).toEqual(['far.routes'])
  expect(found([six])).toEqual(['far.routes'])
  expect(found([])).toEqual(['far.routes', 'far.routes'])
  const [finding] = findingsIn(CHECK, buildDesign(draw([four])))
  expect(finding?.message).toContain('no route to 2600:1f00::/56 of the')
  expect(finding?.fixes.map(({ title }) => title)).toEqual([expect.stringMatching(/^Lead 2600:1f00::\/56 over/)])
})

it('an attachment without IPv6 support gets a static route in the table of the peering, and no propagation', () => {
  expect(found([four, six], false)).toEqual(['near.routes'])
  const [finding] = findingsIn(CHECK, buildDesign(draw([four, six], false)))
  expect(finding?.fixes.map(({ title }) => title)).toEqual([expect.stringMatching(/^Lead 2600:1f00::\/56 over/)])
  expect(found([four, six], false, [['2600:1f00::/56', 'att-0']])).toEqual([])
})
