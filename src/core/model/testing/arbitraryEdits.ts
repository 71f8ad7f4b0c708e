import fc from 'fast-check'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { constructKinds } from '../kinds/definitions.ts'
import { copyConstructs } from '../plans/copyConstructs.ts'
import { planAddition } from '../plans/planAddition.ts'
import { planConnection } from '../plans/planConnection.ts'
import { planMove } from '../plans/planMove.ts'
import { planPaste } from '../plans/planPaste.ts'
import { planRemoval } from '../plans/planRemoval.ts'

/** A gesture with open numbers; `editsFor` reads them against the design at hand. */
export interface Gesture {
  readonly what: (typeof gestures)[number]
  readonly a: number
  readonly b: number
  readonly x: number
  readonly y: number
  readonly text: string
}
const gestures = [
  'add',
  'add',
  'add',
  'add',
  'connect',
  'connect',
  'move',
  'remove',
  'take',
  'paste',
  'rename',
  'place',
  'unplace',
  'settings',
  'save',
  'forget',
] as const

export const gesture: fc.Arbitrary<Gesture> = fc.record({
  what: fc.constantFrom(...gestures),
  a: fc.nat(1000),
  b: fc.nat(1000),
  x: fc.integer({ min: -1000, max: 1000 }),
  y: fc.integer({ min: -1000, max: 1000 }),
  text: fc.string({ maxLength: 20, unit: fc.constantFrom(...'ab 1-“”<>&"\\/ü☃') }),
})

/** The edits of a gesture that fit the design; none where it comes to nothing. */
export function editsFor(design: Design, { what, a, b, x, y, text }: Gesture): readonly Edit[] {
  const ids = Object.keys(design.constructs).sort()
  const one = ids[a % ids.length] ?? 'none'
  const other = b % 7 === 0 ? null : (ids[b % ids.length] ?? null)
  const number = b % 5
  switch (what) {
    case 'add': {
      const plan = planAddition(design, constructKinds[a % constructKinds.length]!, other, { x, y })
      return plan.ok ? plan.edits : []
    }
    case 'connect': {
      const plan = planConnection(design, one, other ?? one)
      return plan.ok ? plan.edits : []
    }
    case 'move': {
      const plan = planMove(design, one, other, { x, y, width: 100, height: 50 })
      return plan.ok ? plan.edits : []
    }
    case 'remove':
      return planRemoval(design, [one])
    case 'take': // leaves dangling references behind
      return design.constructs[one] ? [{ kind: 'remove', id: one }] : []
    case 'paste': {
      const plan = planPaste(design, copyConstructs(design, [one]), other, { x, y })
      return plan.ok && ids.length < 200 ? plan.edits : []
    }
    case 'rename': {
      const construct = design.constructs[one]
      return construct ? [{ kind: 'change', of: construct.kind, id: one, fields: { name: text } } as Edit] : []
    }
    case 'place':
    case 'unplace':
      return design.constructs[one] ? [{ kind: 'place', id: one, placement: what === 'place' ? { x, y } : null }] : []
    case 'settings':
      return [
        {
          kind: 'settings',
          fields: a % 2 ? { title: text } : { description: text, rulesAsOf: a % 4 ? 'latest' : '2022-06-01' },
        },
      ]
    case 'save': {
      const request = {
        id: `q${number}`,
        name: text,
        request: { from: one, to: text, protocol: 'udp', port: a },
        expect: null,
      } as const
      return [{ kind: 'save-request', request, ...(b % 2 ? { index: Math.min(number, design.requests.length) } : {}) }]
    }
    case 'forget':
      return design.requests.some(({ id }) => id === `q${number}`) ? [{ kind: 'forget-request', id: `q${number}` }] : []
  }
}
