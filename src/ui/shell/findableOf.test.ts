import { expect, test } from 'vitest'
import { constructAt } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { findableOf } from './findableOf.ts'

test('namesakes are told apart by where they lie, and are found by the values people know them by', () => {
  const design = buildDesign((b) => {
    for (const n of [1, 2]) {
      const vpc = b.vpc({ id: `vpc-${n}`, name: `Network ${n}`, cidrs: [`10.${n}.0.0/16`] })
      b.subnet(vpc, { id: `net-${n}`, name: 'private a', cidr: `10.${n}.1.0/24` })
    }
  })
  const hints = [1, 2].map((n) => {
    const { label, hint } = findableOf(design, constructAt(design, `net-${n}`)!)
    expect(label).toBe('private a')
    return hint
  })
  expect(hints).toEqual([
    'Subnet in us-east-1a, Network 1 · 10.1.1.0/24 · net-1',
    'Subnet in us-east-1a, Network 2 · 10.2.1.0/24 · net-2',
  ])
})
