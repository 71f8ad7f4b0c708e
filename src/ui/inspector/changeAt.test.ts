import { expect, test } from 'vitest'
import { applyEdit, constructOfKind } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { changeAt } from './changeAt.ts'

const design = buildDesign((b) => {
  const vpc = b.vpc({ name: 'vpc-a' })
  b.routeTable(
    vpc,
    [
      ['0.0.0.0/0', 'blackhole'],
      ['10.9.0.0/16', 'blackhole'],
    ],
    { name: 'rtb-a' },
  )
})
const table = constructOfKind(design, 'rtb-a', 'route-table')!

test('the edit replaces the whole field and leaves the rest of it alone', () => {
  const edit = changeAt(table, ['routes', 1, 'destination'], { cidr: '10.8.0.0/16' })
  expect(edit).toMatchObject({ kind: 'change', of: 'route-table', id: 'rtb-a' })
  expect(Object.keys(edit.fields)).toEqual(['routes'])
  const after = constructOfKind(applyEdit(design, edit).design, 'rtb-a', 'route-table')!
  expect(after.routes[1]).toEqual({ destination: { cidr: '10.8.0.0/16' }, target: 'blackhole' })
  expect(after.routes[0]).toEqual(table.routes[0])
  expect(table.routes[1]!.destination).toEqual({ cidr: '10.9.0.0/16' })
})
test('keys that are not there yet are added', () => {
  const account = constructOfKind(design, 'account-1', 'account')!
  const edit = changeAt({ ...account, zones: { 'us-east-1': {} } }, ['zones', 'us-east-1', 'us-east-1a'], 'use1-az4')
  expect(edit.fields).toEqual({ zones: { 'us-east-1': { 'us-east-1a': 'use1-az4' } } })
})
