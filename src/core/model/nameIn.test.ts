import { expect, it } from 'vitest'
import { nameIn } from './nameIn.ts'
import { buildDesign } from './testing/designBuilder.ts'

const design = buildDesign((b) => {
  const [a, c] = [b.vpc({ id: 'vpc-1', name: 'main' }), b.vpc({ id: 'vpc-2', name: 'other', cidrs: ['10.1.0.0/16'] })]
  b.routeTable(a, [], { id: 'rtb-1', name: 'private' })
  b.routeTable(c, [], { id: 'rtb-2', name: 'private' })
  b.routeTable(c, [], { id: 'rtb-3', name: 'twice' })
  b.routeTable(c, [], { id: 'rtb-4', name: 'twice' })
  b.securityGroup(a, { id: 'sg-1', name: 'main' })
  b.securityGroup(a, { id: 'sg-2', name: '' })
})

it.each([
  ['by its VPC where another VPC has one of that name', 'rtb-1', 'private (main)'],
  ['by its id where nothing else tells them apart', 'rtb-3', 'twice (rtb-3)'],
  ['by its name alone where only another kind has it', 'vpc-1', 'main'],
  ['by its id where it has no name', 'sg-2', 'sg-2'],
  ['by its id where it is gone', 'gone-1', 'gone-1'],
])('names a construct %s', (_, id, words) => {
  expect(nameIn(design, id)).toBe(words)
})

it('names VPCs of one name by their accounts', () => {
  const { constructs } = buildDesign((b) => {
    b.vpc({ id: 'vpc-1', name: 'main' })
    b.vpc({ id: 'vpc-2', name: 'main', cidrs: ['10.1.0.0/16'] })
  })
  const account = (id: string, name: string) => ({
    ...Object.values(constructs).find(({ kind }) => kind === 'account')!,
    id,
    name,
  })
  const [one, two] = [constructs['vpc-1']!, constructs['vpc-2']!]
  if (one.kind !== 'vpc' || two.kind !== 'vpc') throw new Error('no VPCs')
  const shared = {
    ...design,
    constructs: {
      ...constructs,
      hub: account('hub', 'hub'),
      spoke: account('spoke', 'spoke'),
      'vpc-1': { ...one, account: 'hub' },
      'vpc-2': { ...two, account: 'spoke' },
    },
  }
  expect(nameIn(shared, 'vpc-1')).toBe('main (hub)')
  expect(nameIn(shared, 'vpc-2')).toBe('main (spoke)')
})
