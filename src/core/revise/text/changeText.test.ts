import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { changeText, type TextChange } from './changeText.ts'
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
    expect(changeText(template, change)).toBe(template.replace(before, after))
  })

  test('windows ends its lines otherwise', () => {
    const text = changeText(template.replaceAll('\n', '\r\n'), set(['Resources', 'New'], { Type: 'AWS::EC2::EIP' }))!
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(parse(text.replaceAll(/!\w+/g, '')).Resources.New).toEqual({ Type: 'AWS::EC2::EIP' })
  })

  test('what an alias repeats stays as it is', () => {
    const text = 'A: &a {x: 1}\nB: *a\nC: 3\n'
    expect(changeText(text, set(['A'], 2))).toBeNull()
    // B would change with it
    expect(changeText(text, set(['A', 'x'], 2))).toBeNull()
    expect(changeText(text, set(['A', 'y'], 2))).toBeNull()
    expect(changeText(text, set(['B', 'x'], 2))).toBeNull()
    expect(changeText(text, set(['B'], 2))).toBe('A: &a {x: 1}\nB: 2\nC: 3\n')
  })
})

function set(path: TextChange['path'], value: Plain): TextChange {
  return { kind: 'set', path, value }
}

const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/)
const scalar = fc.oneof(
  fc.constantFrom(
    'yes',
    '10.0.0.0/16',
    '012',
    '2012-10-17',
    '',
    ' x',
    'a: b',
    '#',
    "it's",
    '"q"',
    'AWS::EC2::VPC',
    '*',
    '1:30',
    'é\n',
    '{{resolve:ssm:x}}',
    '-',
    '- a',
    '<<',
    '0x1f',
    '1e3',
    '~',
    'null',
  ),
  fc.integer({ min: -9, max: 99999 }),
  fc.boolean(),
)
const { tree } = fc.letrec<{ tree: Plain }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('tree'), { maxLength: 3 }),
  ) as fc.Arbitrary<Plain>,
}))
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true })

const WAYS: readonly [string, (value: object) => string][] = [
  ['lines', (value) => stringify(value, { version: '1.1', lineWidth: 0 })],
  [
    'lines, lists not indented',
    (value) => stringify(value, { version: '1.1', lineWidth: 0, indentSeq: false, indent: 4 }),
  ],
  ['braces', (value) => stringify(value, { version: '1.1', collectionStyle: 'flow' })],
  ['JSON', (value) => JSON.stringify(value)],
  ['JSON in lines', (value) => `${JSON.stringify(value, null, 2)}\n`],
  [
    'lines with comments',
    (value) =>
      stringify(value, { version: '1.1', lineWidth: 0 })
        .replace(/^(?=[ \w-])/m, '# head\n')
        .replace(/:$/m, ': # why'),
  ],
]

describe.each(WAYS)('any template in %s', (_, write) => {
  test('says after a change what it should', () => {
    fc.assert(
      fc.property(document, tree, fc.nat(), fc.nat(2), (before, value, at, what) => {
        const paths = pathsOf(before)
        const path = paths[at % paths.length]!
        const target = valueAt(before, path)
        const change: TextChange =
          what === 0
            ? { kind: 'remove', path }
            : what === 1 && Array.isArray(target)
              ? { kind: 'append', path, value }
              : what === 1 && isMap(target)
                ? set([...path, 'added'], value)
                : set(path, value)
        const text = changeText(write(before), change)
        expect(parse(text!, { version: '1.1' })).toEqual(changed(before, change))
      }),
      { numRuns: 300, seed: 20261129 },
    )
  })
})

function pathsOf(value: Plain, path: TextChange['path'] = []): TextChange['path'][] {
  const inner = Array.isArray(value)
    ? value.flatMap((one, index) => pathsOf(one, [...path, index]))
    : isMap(value)
      ? Object.entries(value).flatMap(([name, one]) => pathsOf(one, [...path, name]))
      : []
  return path.length > 0 ? [path, ...inner] : inner
}
const valueAt = (value: Plain, path: TextChange['path']): Plain | undefined =>
  path.reduce<Plain | undefined>((at, step) => (at as Record<string, Plain> | undefined)?.[step], value)

/** The same on the data. */
function changed(value: Plain, { path, ...change }: TextChange): Plain {
  const copy = JSON.parse(JSON.stringify(value))
  const holder = path.slice(0, -1).reduce((at, step) => at[step], copy)
  const last = path.at(-1)!
  if (change.kind === 'set') holder[last] = change.value
  else if (change.kind === 'append') holder[last].push(change.value)
  else if (Array.isArray(holder)) holder.splice(last as number, 1)
  else delete holder[last]
  return copy
}
