import { expect, test } from 'vitest'
import { addables } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { addableOf } from './addableOf.ts'

const design = buildDesign((b) => {
  b.vpc({ id: 'vpc', name: 'Shop' })
  b.subnet('vpc', { id: 'net', name: 'private a' })
  b.ec2('net', { id: 'client' })
})
const within = (selected: string | undefined) => {
  const options = addableOf(design, selected)
  expect(options.map(({ value }) => value).sort()).toEqual([...addables].sort())
  return options.filter(({ group }) => group?.startsWith('Into')).map(({ value, group }) => `${group}: ${value}`)
}

test('what would lie in the selection comes first, and says where', () => {
  expect(within('vpc').slice(0, 2)).toEqual(['Into Shop: availability-zone', 'Into Shop: subnet'])
  expect(within('vpc')).not.toContain('Into Shop: account')
  expect(within('net')).toContain('Into private a: client')
  expect(within('net')).not.toContain('Into private a: subnet')
})
test('where the selection holds nothing, its container counts; without one nothing is put first', () => {
  expect(within('client')).toEqual(within('net'))
  expect(within(undefined)).toEqual([])
  expect(addableOf(design, undefined)[0]!.group).toBeUndefined()
})
