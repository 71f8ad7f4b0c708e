import { expect, test } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn } from './testing/findingsIn.ts'

const find = (draw: (b: DesignBuilder) => void) =>
  ['dangling-reference', 'not-imported'].flatMap((check) => findingsIn(check, buildDesign(draw)))

test('what has an id of AWS’s, or stands for what an import had no record of, is no fault of the design', () => {
  for (const routeTable of ['rtb-0123456789abcdef0', 'rtb-01234567', 'not-imported.table'])
    expect(find((b) => void b.subnet(b.vpc(), { cidr: '10.0.1.0/24', routeTable })).map(({ check }) => check)).toEqual([
      'not-imported',
    ])
  expect(
    find((b) => void b.subnet(b.vpc(), { cidr: '10.0.1.0/24', routeTable: 'rtb-mine' })).map(({ check }) => check),
  ).toEqual(['dangling-reference'])
})
test('many places that name one thing are one finding', () => {
  const [only, ...others] = find((b) => {
    const vpc = b.vpc()
    for (const cidr of ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'])
      b.subnet(vpc, { cidr, routeTable: 'rtb-0123456789abcdef0' })
  })
  expect(others).toEqual([])
  expect(only?.at).toHaveLength(3)
  expect(only?.message).toContain('as 2 other places do')
})
test('a transit table of which routes are missing is told', () => {
  const findings = find((b) => void b.transitTable(b.transitGateway(), [], { allRoutes: false }))
  expect(findings).toMatchObject([{ check: 'not-imported', at: [{ path: ['allRoutes'] }] }])
})
test('VPCs whose tables were not imported are not said to lack routes', () => {
  const design = (mainRouteTable: string | null) =>
    buildDesign((b) => {
      const [a, z] = [b.vpc({ mainRouteTable }), b.vpc({ cidrs: ['10.1.0.0/16'], mainRouteTable })]
      b.subnet(a, { cidr: '10.0.1.0/24' })
      b.subnet(z, { cidr: '10.1.1.0/24' })
      b.peering(a, z)
    })
  expect(findingsIn('peering-route-one-way', design(null))).toHaveLength(1)
  expect(findingsIn('peering-route-one-way', design('not-imported.table'))).toEqual([])
})
