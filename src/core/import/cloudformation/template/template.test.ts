import { expect, test } from 'vitest'
import { parseFile } from '../../parseFile.ts'
import { contentOf } from './contentOf.ts'
import { includeFiles } from './includeFiles.ts'
import { isTemplate } from './isTemplate.ts'
import { linesOfJson } from './linesOfJson.ts'
import { parseTemplateYaml } from './parseTemplateYaml.ts'
import { readScalar } from './readScalar.ts'

const read = (text: string) => {
  const parsed = parseTemplateYaml(text)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

test.each([
  ['', null],
  ['~', null],
  ['Null', null],
  ['Yes', true],
  ['OFF', false],
  ['y', 'y'],
  ['0', 0],
  ['-1', -1],
  ['443', 443],
  ['0755', 493],
  ['089', '089'],
  ['0x1F', 31],
  ['1.5', 1.5],
  ['1e3', '1e3'],
  ['111122223333', 111_122_223_333],
  ['001122223333', '001122223333'],
  ['9007199254740993', '9007199254740993'],
  ['10.0.0.0/16', '10.0.0.0/16'],
  ['2012-10-17', '2012-10-17'],
  ['80:443', '80:443'],
] as const)('%j is read as YAML 1.1 has it', (source, value) => {
  expect(readScalar(source)).toBe(value)
})
test('short forms are written out, whatever stands behind them', () => {
  const { value, remarks } = read(`
a: !Ref X
b: !GetAtt X.Y.Z
c: !Sub ["\${A}", {A: !Ref 1}]
d: !GetAZs
  Ref: AWS::Region
e: !Sub |
  text
f: [!Condition Q, !Not [!Equals [yes, "yes"]]]
g: !!str 12
h: ! plain
`)
  expect(value).toEqual({
    a: { Ref: 'X' },
    b: { 'Fn::GetAtt': 'X.Y.Z' },
    c: { 'Fn::Sub': [`\${A}`, { A: { Ref: '1' } }] },
    d: { 'Fn::GetAZs': { Ref: 'AWS::Region' } },
    e: { 'Fn::Sub': 'text\n' },
    f: [{ Condition: 'Q' }, { 'Fn::Not': [{ 'Fn::Equals': [true, 'yes'] }] }],
    g: '12',
    h: 'plain',
  })
  expect(remarks).toEqual([])
})
test('anchors, aliases and merged keys are followed', () => {
  const { value } = read(`
base: &base {a: 1, b: 2}
same: *base
more: {<<: *base, b: 3}
both: {<<: [*base, {c: 4, a: 5}]}
list: &list [x]
lists: [*list, *list]
name: &name key
*name : here
`)
  expect(value).toEqual({
    base: { a: 1, b: 2 },
    same: { a: 1, b: 2 },
    more: { a: 1, b: 3 },
    both: { a: 1, b: 2, c: 4 },
    list: ['x'],
    lists: [['x'], ['x']],
    name: 'key',
    key: 'here',
  })
})
test('lines of what sections name are kept, in YAML and in JSON', () => {
  const yaml = 'Resources:\n  # one\n  A:\n    Type: T\n  B: {Type: T}\nOutputs: {C: {Value: x}}\n'
  expect([...read(yaml).lines]).toEqual([
    ['Resources/A', 3],
    ['Resources/B', 5],
    ['Outputs/C', 6],
  ])
  const json = '{\n "Resources": {\n  "A": {"Type": "a \\"T\\""},\n\n  "B": {}\n },\n "Outputs": {"C": ["x", "y"]}\n}'
  expect([...linesOfJson(json)]).toEqual([
    ['Resources/A', 3],
    ['Resources/B', 5],
    ['Outputs/C', 7],
  ])
})
test('a template is known by what it says', () => {
  const is = (value: unknown, text = '') => isTemplate({ value, text })
  expect(is({ AWSTemplateFormatVersion: '2010-09-09' })).toBe(true)
  expect(is({ Resources: { A: { Type: 'AWS::EC2::VPC' } }, Other: 1 })).toBe(true)
  expect(is({ Resources: {} })).toBe(true)
  expect(is({ Resources: [] })).toBe(false)
  expect(is({ Resources: { A: 1 }, Other: 1 })).toBe(false)
  expect(is({ Vpcs: [] })).toBe(false)
  expect(is(null, 'AWSTemplateFormatVersion: x')).toBe(true)
  expect(is(null, '{"Resources": {"A": {"Type": "AWS::EC2::VPC"')).toBe(true)
  expect(is(null, 'Resources:\n  - AWS')).toBe(false)
})
test('the content of a template is the same in both forms', () => {
  const yaml = read('Resources: {B: {Type: T}, A: {Port: 1, On: yes, X: !GetAtt B.C}}').value
  const json = { Resources: { A: { On: 'true', Port: '1', X: { 'Fn::GetAtt': ['B', 'C'] } }, B: { Type: 'T' } } }
  expect(contentOf(yaml)).toBe(contentOf(json))
})
test('files are included where they are named, several in one place; what an included one names stays out, and is told', () => {
  const file = (path: string, text: string) => parseFile({ path, text })
  const call = (name: string) => ({ Name: 'AWS::Include', Parameters: { Location: `s3://b/${name}` } })
  const files = [
    file('a.yaml', 'A: {Type: T}'),
    file('b.json', JSON.stringify({ B: { Type: 'T' }, 'Fn::Transform': call('c.json') })),
    file('c.json', JSON.stringify({ C: { Type: 'T' } })),
    file('d.json', '{}'),
  ]
  const template = { Resources: { Own: {}, 'Fn::Transform': [call('a.yaml'), { Name: 'Other' }, call('b.json')] } }
  const { value, used, nesting } = includeFiles(template, files)
  expect(value).toEqual({
    Resources: { Own: {}, A: { Type: 'T' }, B: { Type: 'T' }, 'Fn::Transform': [{ Name: 'Other' }, call('c.json')] },
  })
  expect([...used].sort()).toEqual(['a.yaml', 'b.json', 'c.json'])
  expect([...nesting]).toEqual(['b.json'])
})
