import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printByLibrary, printYaml } from './printYaml.ts'
import type { Tree } from './resource.ts'

/** Texts that YAML reads as something else, or that take several lines. */
const TRAPS = [
  ...[
    'yes',
    'No',
    'on',
    '~',
    'null',
    '2012-10-17',
    '1:30',
    '0x1f',
    '1e3',
    '.inf',
    '<<',
    '=',
    '{}',
    '[]',
    '10.0.0.0/16',
  ],
  ...[
    'a: b',
    'longer: b',
    'longer #b',
    'longer:',
    'longer ',
    '- longer',
    '? longer',
    '--- longer',
    'longer\n--- longer\n',
  ],
  ...['a\nb', 'a\n\nb\n', ' a\nb', 'a\n b', '\n', 'a \nb', 'a\n  ', 'a\tlonger', 'longer\r\nlonger', 'Ref', 'Fn::Sub'],
  ...[
    `\${AWS::StackName}-a`,
    'x'.repeat(1100),
    `${'x'.repeat(600)}: b`,
    'two  blanks',
    `${'x'.repeat(90)} ${'y'.repeat(90)}`,
  ],
]
const text = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\w ./:${}#\n-]{0,12}$/),
)
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
    fc.record({ Ref: text }),
    fc.record({ 'Fn::Sub': text }),
    fc.record({ 'Fn::GetAtt': fc.array(text, { maxLength: 3 }) }),
  ),
}))

test('a template is written letter by letter as the library for YAML writes it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('Metadata', 'Resources', 'Outputs'), tree, { minKeys: 1 }),
      (template) => {
        expect(printYaml(template)).toBe(
          Object.entries(template)
            .map(([name, one]) => printByLibrary({ [name]: one }))
            .join(''),
        )
      },
    ),
    { numRuns: 600 },
  )
}, 60_000)
