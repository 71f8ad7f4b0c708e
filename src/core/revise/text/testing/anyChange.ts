import fc from 'fast-check'
import { callOf } from '../../items/value.ts'
import type { TextChange } from '../textChange.ts'
import { isMap, type Plain } from '../writeValue.ts'

const key = fc.oneof(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/),
  fc.constantFrom('on', 'y', 'No', '012', '0123456701', 'a:b', 'AWS::Network', 'with space', 'Null', '-', '#x'),
)
const scalar = fc.oneof(
  fc.constantFrom(
    ...['yes', '10.0.0.0/16', '012', '2012-10-17', '', ' x', 'a: b', '#', "it's", '"q"', 'AWS::EC2::VPC', '*', '1:30'],
    ...[
      'é\n',
      '{{resolve:ssm:x}}',
      '-',
      '- a',
      '<<',
      '0x1f',
      '1e3',
      '~',
      'null',
      'a # b',
      'a, b',
      '[',
      '---',
      '...',
      '? x',
    ],
    ...[
      'many words on a line',
      'two\nlines',
      'two\nlines\n',
      '  led\nby spaces',
      'at the end\n\n',
      'tab\tbed',
      'a\n\nb',
    ],
  ),
  fc.integer({ min: -9, max: 99999 }),
  fc.boolean(),
  fc.constant(null),
)
const named = fc.constantFrom('Vpc', 'Table1')
const { tree } = fc.letrec<{ tree: Plain }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.oneof(
      named.map((Ref) => ({ Ref })),
      named.map((name) => ({ 'Fn::GetAtt': [name, 'Arn'] })),
      fc.constantFrom(`\${Vpc}-x`, `a \${Vpc}\nb`).map((text) => ({ 'Fn::Sub': text })),
      fc.tuple(tie('tree'), tie('tree')).map(([yes, no]) => ({ 'Fn::If': ['Is', yes, no] })),
    ),
  ) as fc.Arbitrary<Plain>,
}))
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true })

/** A template, a change of it, and numbers that choose how it is written. */
export const anyChange = fc.record({
  before: document,
  value: tree,
  at: fc.nat(),
  what: fc.nat(3),
  numbers: fc.array(fc.nat(359), { minLength: 1, maxLength: 60 }),
})

/** The change that the numbers say. */
export function changeOf({
  before,
  value,
  at,
  what,
}: {
  before: Plain
  value: Plain
  at: number
  what: number
}): TextChange {
  const paths = pathsOf(before)
  const path = paths[at % paths.length]!
  const target = valueAt(before, path)
  if (what === 0 && !path.includes('Fn::If')) return { kind: 'remove', path }
  if (what === 1 && Array.isArray(target)) return { kind: 'append', path, value }
  if (what === 1 && isMap(target) && !callOf(target)) return { kind: 'set', path: [...path, 'added'], value }
  if (what === 2 && isMap(target) && !callOf(target)) return { kind: 'set', path: [...path, 'new', 'added'], value }
  return { kind: 'set', path, value }
}

function pathsOf(value: Plain, path: TextChange['path'] = []): TextChange['path'][] {
  const call = callOf(value)
  const inner = Array.isArray(value)
    ? value.flatMap((one, index) => pathsOf(one, [...path, index]))
    : isMap(value)
      ? Object.entries(value).flatMap(([name, one]) => pathsOf(one, [...path, name]))
      : []
  const isBranch = ({ length, ...way }: TextChange['path']) => length > path.length + 1 && way[path.length + 1] !== 0
  const own = !call ? inner : call.name === 'Fn::If' ? inner.filter(isBranch) : []
  return path.length > 0 ? [path, ...own] : own
}
const valueAt = (value: Plain, path: TextChange['path']): Plain | undefined =>
  path.reduce<Plain | undefined>((at, step) => (at as Record<string, Plain> | undefined)?.[step], value)

/** What a template says after a change, worked out on its data. */
export function changedBy(value: Plain, { path, ...change }: TextChange): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>
  let holder: Record<string | number, unknown> = copy
  for (const step of path.slice(0, -1)) {
    holder[step] ??= {}
    holder = holder[step] as typeof holder
  }
  const last = path.at(-1)!
  if (change.kind === 'set') holder[last] = change.value
  else if (change.kind === 'append') (holder[last] as Plain[]).push(change.value)
  else if (Array.isArray(holder)) holder.splice(last as number, 1)
  else delete holder[last]
  return copy
}
