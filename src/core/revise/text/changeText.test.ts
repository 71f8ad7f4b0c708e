import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { contentOf } from '../../import/cloudformation/template/contentOf.ts'
import { changeText } from './changeText.ts'
import { openText } from './openText.ts'
import { anyChange, changedBy, changeOf } from './testing/anyChange.ts'
import { writeLikePeople } from './testing/writeLikePeople.ts'
import type { TextChange } from './textChange.ts'
import type { Plain } from './writeValue.ts'

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

describe('forms that people rarely use', () => {
  const remove = (...path: TextChange['path']): TextChange => ({ kind: 'remove', path })
  test.each<[string, string, TextChange, string]>([
    [
      'the last item, with a comma behind it',
      'A: {\n  b: 1, # b\n  c: 2, # c\n  }\n',
      remove('A', 'c'),
      'A: {\n  b: 1, # b\n  }\n',
    ],
    ['the only item, below remarks', 'A: # a\n# b\n\n# c\n- 1 # d\n', remove('A', 0), 'A: [] # a\n# b\n\n# c\n'],
    ['the only item of a list with an anchor', 'A: &a # b\n- 1\nB: 2\n', remove('A', 0), 'A: &a [] # b\nB: 2\n'],
    ['a block with the empty lines at its end, on Windows', 'A: |+\r\n  b\r\n\r\n', set(['A'], 'c'), 'A: c\r\n'],
    ['what stands behind such a block', 'A: |+\n  b\n\nB: 1\n  \nC: 2\n', remove('B'), 'A: |+\n  b\n\nC: 2\n'],
    ['what stands between empty lines', 'A: 1\n\nB: 2\n\nC: 3\n', remove('B'), 'A: 1\n\nC: 3\n'],
  ])('%s', (_, text, change, after) => expect(changedText(text, change)).toBe(after))
})

/** The text after a change; null where it cannot be made. */
const changedText = (text: string, change: TextChange): string | null =>
  changeText(openText(text)!, change)?.text ?? null

function set(path: TextChange['path'], value: Plain): TextChange {
  return { kind: 'set', path, value }
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
      fc.property(anyChange, ({ numbers, ...given }) => {
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
