import { expect, test } from 'vitest'
import { applyEdits, parseDesign, serialiseDesign } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { planMissingPlacements, planTidy } from './index.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => index)

test.each([
  [
    '4,000 zones in one VPC',
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/8'] })
      for (const i of many(4000)) b.subnet(vpc, { cidr: `10.${i >> 8}.${i & 255}.0/24`, zone: `us-east-1-z${i}-1a` })
    }),
  ],
  [
    '20,000 route tables without zones',
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/8'] })
      for (const _ of many(20_000)) b.routeTable(vpc, [])
    }),
  ],
])('%s stay on the canvas', (_, design) => {
  const bare = { ...design, layout: {} }
  const placed = applyEdits(bare, planMissingPlacements(bare)).design
  const tidy = applyEdits(placed, planTidy(placed)).design
  expect(Object.keys(tidy.layout)).toHaveLength(Object.keys(design.constructs).length)
  expect(parseDesign(serialiseDesign(tidy)).ok).toBe(true)
})
