import { expect, it } from 'vitest'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { called, calledAll } from './called.ts'

const design = buildDesign((b) => {
  const [a, c] = [b.vpc({ id: 'vpc-1', name: 'main' }), b.vpc({ id: 'vpc-2', name: 'other', cidrs: ['10.1.0.0/16'] })]
  b.routeTable(a, [], { id: 'rtb-1', name: 'private' })
  b.routeTable(c, [], { id: 'rtb-2', name: 'private' })
  b.routeTable(c, [], { id: 'rtb-3', name: 'public' })
  b.securityGroup(c, { id: 'sg-1', name: 'public' })
})

it('calls namesakes by what tells them apart, and all others by their name alone', () => {
  expect(called(design, 'rtb-1')).toBe('route table “private” (main)')
  expect(called(design, 'rtb-2')).toBe('route table “private” (other)')
  expect(called(design, 'rtb-3')).toBe('route table “public”')
  expect(called(design, 'sg-1')).toBe('security group “public”')
  expect(called(design, 'gone')).toBe('“gone”')
})

it('lists three at most', () => {
  expect(calledAll(design, ['rtb-1', 'rtb-2'])).toBe(
    'the route table “private” (main) and the route table “private” (other)',
  )
  expect(calledAll(design, ['rtb-1', 'rtb-2', 'rtb-3', 'sg-1'])).toBe(
    'the route table “private” (main), the route table “private” (other), the route table “public” and 1 more',
  )
})
