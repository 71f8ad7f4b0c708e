import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, parseDesignValue } from '../core/model/index.ts'
import { editsFor, gesture } from '../core/model/testing/arbitraryEdits.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { replay } from './replay.ts'
import { textOf } from './textOf.ts'

const start = buildDesign((b) => {
  const v = b.vpc()
  b.ec2(b.subnet(v), { id: 'web' })
  b.request({ from: 'web', to: 'sqs.us-east-1.amazonaws.com' })
})

test('edits that went through JSON make of a file what they made of the design', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 40, size: 'max' }), (session) => {
      let design = start
      const turns = session.map((one) => {
        const edits = editsFor(design, one)
        design = applyEdits(design, edits).design
        return { edits }
      })
      const again = parseDesignValue(replay(textOf(start), JSON.parse(JSON.stringify(turns))))
      expect(again).toEqual({ ok: true, design })
    }),
    { numRuns: 150 },
  )
})

test('the turns of an older version of the format are lifted together with the file', () => {
  const old = JSON.stringify({ format: 'hopwise-design', version: 1, title: 'Old', constructs: [] })
  const account = { kind: 'account', id: 'account-1', name: 'A', accountId: '111122223333' }
  const turn = { edits: [{ kind: 'add', construct: account }] } as unknown as Parameters<typeof replay>[1][number]
  expect(parseDesignValue(replay(old, [turn]))).toMatchObject({
    ok: true,
    design: { version: 2, constructs: { 'account-1': { name: 'A' } } },
  })
})

test('what is no design file throws', () => {
  for (const text of ['', '{', '{}', 'null', '{"constructs": [null]}']) expect(() => replay(text, [])).toThrow()
})
