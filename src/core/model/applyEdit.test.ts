import { describe, expect, test } from 'vitest'
import { applyEdit, applyEdits, isEditRefused } from './applyEdit.ts'
import type { Edit } from './edit.ts'
import { emptyDesign } from './emptyDesign.ts'
import { createConstruct } from './kinds/createConstruct.ts'
import { serialiseDesign } from './serialiseDesign.ts'

const region = createConstruct('region', 'r', 'R', '')
const request = (id: string) =>
  ({ id, name: id, request: { from: 'a', to: 'b', protocol: 'tcp', port: 443 }, expect: null }) as const
const { design } = applyEdits(emptyDesign('Start'), [
  { kind: 'add', construct: region, placement: { x: 1, y: 2, width: 300, height: 200 } },
  { kind: 'save-request', request: request('q1') },
  { kind: 'save-request', request: request('q2') },
  { kind: 'save-request', request: request('q3') },
])

const fitting: readonly (readonly [string, Edit])[] = [
  ['adding', { kind: 'add', construct: createConstruct('account', 'b', 'B', '') }],
  [
    'adding with a position',
    { kind: 'add', construct: createConstruct('account', 'b', 'B', ''), placement: { x: -5, y: 0.5 } },
  ],
  ['removing, position and all', { kind: 'remove', id: 'r' }],
  ['removing what has no position', { kind: 'remove', id: 'account-1' }],
  ['changing fields', { kind: 'change', of: 'region', id: 'r', fields: { name: 'Renamed', code: 'eu-west-1' } }],
  ['moving', { kind: 'place', id: 'r', placement: { x: 9, y: 9 } }],
  ['placing for the first time', { kind: 'place', id: 'account-1', placement: { x: 9, y: 9 } }],
  ['taking a position away', { kind: 'place', id: 'r', placement: null }],
  ['settings', { kind: 'settings', fields: { title: 'New', rulesAsOf: '2022-06-01' } }],
  ['saving a request', { kind: 'save-request', request: request('q4') }],
  ['saving a request in between', { kind: 'save-request', request: request('q4'), index: 1 }],
  ['saving a request over one', { kind: 'save-request', request: { ...request('q2'), name: 'Other' } }],
  ['forgetting a request from the middle', { kind: 'forget-request', id: 'q2' }],
]

test.each(fitting)('%s has an exact inverse, and that again', (_, edit) => {
  const before = serialiseDesign(design)
  const done = applyEdit(design, edit)
  const after = serialiseDesign(done.design)
  expect(after).not.toBe(before)
  expect(serialiseDesign(design)).toBe(before)
  const undone = applyEdit(done.design, done.inverse)
  expect(serialiseDesign(undone.design)).toBe(before)
  expect(serialiseDesign(applyEdit(undone.design, undone.inverse).design)).toBe(after)
})

test('what did not change stays the same object', () => {
  const moved = applyEdit(design, { kind: 'place', id: 'r', placement: { x: 0, y: 0 } }).design
  expect(moved.constructs).toBe(design.constructs)
  const added = applyEdit(design, { kind: 'add', construct: createConstruct('account', 'b', 'B', '') }).design
  expect(added.constructs.r).toBe(design.constructs.r)
  expect(added.layout).toBe(design.layout)
  expect(applyEdits(design, []).design).toBe(design)
})

describe('edits that do not fit are refused in a sentence', () => {
  const refused: readonly (readonly [Edit, string])[] = [
    [{ kind: 'add', construct: region }, 'There is already a construct with the id “r”.'],
    [{ kind: 'remove', id: 'toString' }, 'There is no construct with the id “toString”.'],
    [{ kind: 'change', of: 'vpc', id: 'r', fields: { name: 'x' } }, '“r” is a Region, not a VPC.'],
    [
      { kind: 'change', of: 'region', id: 'r', fields: { cidr: 'x' } as object },
      'Region “R” has no field “cidr” that can be changed.',
    ],
    [
      { kind: 'change', of: 'region', id: 'r', fields: { id: 'x' } as object },
      'Region “R” has no field “id” that can be changed.',
    ],
    [
      { kind: 'change', of: 'region', id: 'r', fields: { name: 'line\nbreak' } },
      'Region “R” cannot be so: name must not hold control characters, not “line\ufffdbreak”.',
    ],
    [{ kind: 'place', id: 'nobody', placement: null }, 'There is no construct with the id “nobody”.'],
    [
      { kind: 'place', id: 'r', placement: { x: Number.NaN, y: 0 } },
      '“r” cannot be placed there: its position is not a number within the canvas.',
    ],
    [
      { kind: 'settings', fields: { rulesAsOf: 'soon' } },
      'The design cannot take that: rulesAsOf must be "latest" or a date such as 2022-06-01, not “soon”.',
    ],
    [{ kind: 'forget-request', id: 'q9' }, 'There is no saved request with the id “q9”.'],
    [
      { kind: 'save-request', request: { ...request('q9'), name: 7 as unknown as string } },
      'The request cannot be saved: name must be a text, not 7.',
    ],
  ]
  test.each(refused)('%j', (edit, sentence) => {
    const attempt = () => applyEdit(design, edit)
    expect(attempt).toThrow(sentence)
    try {
      attempt()
    } catch (error) {
      expect(isEditRefused(error)).toBe(true)
    }
  })
})

test('a list of edits happens as a whole or not at all', () => {
  const before = serialiseDesign(design)
  expect(() =>
    applyEdits(design, [
      { kind: 'remove', id: 'r' },
      { kind: 'remove', id: 'r' },
    ]),
  ).toThrow('no construct with the id “r”')
  expect(serialiseDesign(design)).toBe(before)
})
