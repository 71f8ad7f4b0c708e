import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { contentOf } from '../../import/cloudformation/template/contentOf.ts'
import { callOf } from '../items/value.ts'
import { changeText, type TextChange } from './changeText.ts'
import { openText } from './openText.ts'
import { writeLikePeople } from './testing/writeLikePeople.ts'
import { isMap, type Plain } from './writeValue.ts'

const template = `# The network
Parameters:
  Block: {Type: String, Default: 10.0.0.0/16} # of the VPC
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: # as drawn
      CidrBlock: !Ref Block   # from the parameter
      Tags:
        - Key: Name
          Value: "main"
        # the last
        - {Key: Stage, Value: 'prod'}

  # a gateway
  Gateway:
    Type: AWS::EC2::InternetGateway
  Table:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref Vpc}
Outputs:
  Id: {Value: !GetAtt [Vpc, VpcId]}
`

describe('a template in YAML', () => {
  test.each<[string, TextChange, string, string]>([
    [
      'a value in place of a function',
      set(['Resources', 'Vpc', 'Properties', 'CidrBlock'], '10.1.0.0/16'),
      '!Ref Block   #',
      '10.1.0.0/16   #',
    ],
    [
      'a function in place of a function',
      set(['Resources', 'Table', 'Properties', 'VpcId'], { Ref: 'Other' }),
      '{VpcId: !Ref Vpc}',
      '{VpcId: !Ref Other}',
    ],
    [
      'the quotes that were there',
      set(['Resources', 'Vpc', 'Properties', 'Tags', 0, 'Value'], 'core'),
      '"main"',
      '"core"',
    ],
    [
      'a list in place of a function',
      set(['Outputs', 'Id', 'Value'], ['a', true]),
      '!GetAtt [Vpc, VpcId]',
      '[a, true]',
    ],
    [
      'a member more',
      set(['Resources', 'Vpc', 'Properties', 'EnableDnsSupport'], false),
      "'prod'}\n",
      "'prod'}\n      EnableDnsSupport: false\n",
    ],
    [
      'a member in braces',
      set(['Resources', 'Table', 'Properties', 'Tags'], []),
      '{VpcId: !Ref Vpc}',
      '{VpcId: !Ref Vpc, Tags: []}',
    ],
    [
      'properties where there were none',
      set(['Resources', 'Gateway', 'Properties', 'Tags'], [{ Key: 'a', Value: 'b' }]),
      'AWS::EC2::InternetGateway\n',
      'AWS::EC2::InternetGateway\n    Properties:\n      Tags:\n        - Key: a\n          Value: b\n',
    ],
    [
      'a resource more',
      set(['Resources', 'New'], { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } }),
      '{VpcId: !Ref Vpc}\n',
      '{VpcId: !Ref Vpc}\n  New:\n    Type: AWS::EC2::EIP\n    Properties:\n      Domain: vpc\n',
    ],
    [
      'an item more',
      {
        kind: 'append',
        path: ['Resources', 'Vpc', 'Properties', 'Tags'],
        value: { Key: 'x', Value: { Ref: 'Block' } },
      },
      "'prod'}\n",
      "'prod'}\n        - Key: x\n          Value: !Ref Block\n",
    ],
    [
      'an item less',
      { kind: 'remove', path: ['Resources', 'Vpc', 'Properties', 'Tags', 0] },
      '        - Key: Name\n          Value: "main"\n',
      '',
    ],
    [
      'a resource less',
      { kind: 'remove', path: ['Resources', 'Gateway'] },
      '  Gateway:\n    Type: AWS::EC2::InternetGateway\n',
      '',
    ],
    [
      'the first behind a dash less',
      { kind: 'remove', path: ['Resources', 'Vpc', 'Properties', 'Tags', 0, 'Key'] },
      'Key: Name\n          Value',
      'Value',
    ],
    [
      'the only member in braces less',
      { kind: 'remove', path: ['Resources', 'Table', 'Properties', 'VpcId'] },
      '{VpcId: !Ref Vpc}',
      '{}',
    ],
    [
      'lines in place of a value in braces',
      set(['Resources', 'Table', 'Properties'], { VpcId: { Ref: 'Vpc' } }),
      'Properties: {VpcId: !Ref Vpc}',
      'Properties:\n      VpcId: !Ref Vpc',
    ],
  ])('%s', (_, change, before, after) => {
    expect(template.split(before).length).toBe(2)
    expect(changedText(template, change)).toBe(template.replace(before, after))
  })

  test('windows ends its lines otherwise', () => {
    const text = changedText(template.replaceAll('\n', '\r\n'), set(['Resources', 'New'], { Type: 'AWS::EC2::EIP' }))!
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(parse(text.replaceAll(/!\w+/g, '')).Resources.New).toEqual({ Type: 'AWS::EC2::EIP' })
  })

  test('what an alias repeats stays as it is', () => {
    const text = 'A: &a {x: 1}\nB: *a\nC: 3\n'
    expect(changedText(text, set(['A'], 2))).toBeNull()
    // B would change with it
    expect(changedText(text, set(['A', 'x'], 2))).toBeNull()
    expect(changedText(text, set(['A', 'y'], 2))).toBeNull()
    expect(changedText(text, set(['B', 'x'], 2))).toBeNull()
    expect(changedText(text, set(['B'], 2))).toBe('A: &a {x: 1}\nB: 2\nC: 3\n')
  })
})

/** The text after a change; null where it cannot be made. */
const changedText = (text: string, change: TextChange): string | null =>
  changeText(openText(text)!, change)?.text ?? null

function set(path: TextChange['path'], value: Plain): TextChange {
  return { kind: 'set', path, value }
}

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
      fc.constantFrom('${Vpc}-x', 'a ${Vpc}\nb').map((text) => ({ 'Fn::Sub': text })),
      fc.tuple(tie('tree'), tie('tree')).map(([yes, no]) => ({ 'Fn::If': ['Is', yes, no] })),
    ),
  ) as fc.Arbitrary<Plain>,
}))
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true })

/** A template, a change of it, and numbers that choose how it is written. */
const changed = fc.record({
  before: document,
  value: tree,
  at: fc.nat(),
  what: fc.nat(3),
  numbers: fc.array(fc.nat(359), { minLength: 1, maxLength: 60 }),
})
function changeOf({ before, value, at, what }: { before: Plain; value: Plain; at: number; what: number }): TextChange {
  const paths = pathsOf(before)
  const path = paths[at % paths.length]!
  const target = valueAt(before, path)
  if (what === 0 && !path.includes('Fn::If')) return { kind: 'remove', path }
  if (what === 1 && Array.isArray(target)) return { kind: 'append', path, value }
  if (what === 1 && isMap(target) && !callOf(target)) return set([...path, 'added'], value)
  if (what === 2 && isMap(target) && !callOf(target)) return set([...path, 'new', 'added'], value)
  return set(path, value)
}

const WAYS: readonly [string, (value: Plain, numbers: readonly number[]) => ReturnType<typeof writeLikePeople>][] = [
  ['lines', plainly((value) => stringify(value, { version: '1.1', lineWidth: 0 }))],
  ['wide lines', plainly((value) => stringify(value, { version: '1.1', lineWidth: 0, indentSeq: false, indent: 4 }))],
  ['braces', plainly((value) => `--- ${stringify(value, { version: '1.1', collectionStyle: 'flow' })}`)],
  ['JSON', plainly((value) => JSON.stringify(value))],
  ['JSON in lines', plainly((value) => `${JSON.stringify(value, null, 2)}\n`)],
  ['JSON with tabs', plainly((value) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'))],
  ['any way that YAML has', writeLikePeople],
]
function plainly(write: (value: Plain) => string): (value: Plain) => ReturnType<typeof writeLikePeople> {
  return (value) => ({ text: write(value), remarks: [] })
}

const RUNS = Number(process.env.RUNS ?? 300)

describe.each(WAYS)('any template in %s', (way, write) => {
  test('says after a change what it should, with every remark that is not of what changed', () => {
    let count = 0
    fc.assert(
      fc.property(changed, ({ numbers, ...given }) => {
        const { before } = given
        const change = changeOf(given)
        const { text, remarks } = write(before, numbers)
        const open = openText(text)
        // of texts that begin or end in space, what is written is not always what is read
        if (contentOf(open?.value) !== contentOf(before)) return
        count++
        const after = changeText(open!, change)
        expect(after && asLists(after.value)).toEqual(changedBy(before, change))
        for (const remark of remarks)
          if (!isWithin(remark.path, change.path)) expect(after!.text).toContain(remark.text)
        if (way.startsWith('JSON')) expect(asLists(JSON.parse(after!.text))).toEqual(changedBy(before, change))
        if (!text.includes('\r')) expect(after!.text).not.toContain('\r')
        else expect(after!.text.replaceAll('\r\n', '')).not.toContain('\n')
      }),
      { numRuns: RUNS },
    )
    expect(count).toBeGreaterThan(RUNS * 0.8)
  })
})

const isWithin = (path: TextChange['path'], other: TextChange['path']): boolean =>
  other.every((step, at) => path[at] === step)

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

/** The same on the data. */
function changedBy(value: Plain, { path, ...change }: TextChange): unknown {
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

/** Attributes as lists, whichever form they have. */
function asLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asLists)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'Fn::GetAtt' && typeof one === 'string' ? one.split('.') : asLists(one),
    ]),
  )
}
