import { expect, test } from 'vitest'
import { childrenIndex, parentOf, subtreeOf, vpcOf } from '../containment.ts'
import { referencesOf } from '../references.ts'
import { serialiseDesign } from '../serialiseDesign.ts'
import { parseDesign, parseDesignValue } from './parseDesign.ts'

const file = (constructs: readonly unknown[], more: object = {}) =>
  JSON.stringify({ format: 'hopwise-design', version: 1, title: 'T', constructs, ...more })
const problemsOf = (text: string) => {
  const result = parseDesign(text)
  if (result.ok) throw new Error('should not have parsed')
  return result.problems
}
const designOf = (text: string) => {
  const result = parseDesign(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.design
}

test('fields with AWS defaults may be left out', () => {
  const design = designOf(
    file([{ kind: 'vpc', id: 'v', name: 'V', region: 'r', account: 'a', cidrs: ['10.0.0.0/16'] }]),
  )
  expect(design.constructs.v).toMatchObject({
    dnsSupport: true,
    dnsHostnames: false,
    dhcpDnsServers: ['AmazonProvidedDNS'],
    mainRouteTable: null,
  })
  expect(design).toMatchObject({ description: '', rulesAsOf: 'latest', requests: [], layout: {} })
})

test('a file may name its JSON Schema, which is kept as it is', () => {
  const $schema = 'https://example.com/design.schema.json'
  const text = serialiseDesign(designOf(file([], { $schema })))
  expect(JSON.parse(text)).toMatchObject({ $schema })
  expect(text).toMatch(/^\{\s*"\$schema"/)
  expect(designOf(text).$schema).toBe($schema)
  expect(serialiseDesign(designOf(file([])))).not.toContain('schema')
  expect(problemsOf(file([], { $schema: 7 }))[0]?.path).toContain('$schema')
})

test('broken JSON is named by line and column', () => {
  expect(problemsOf('{\n  "format": "hopwise-design",\n  "version": 1,,\n}')).toEqual([
    { path: '', message: 'The file is not JSON: line 3, column 16: found “,” where a key in double quotes should be.' },
  ])
  expect(problemsOf('{"a": [1, 2')[0]?.message).toBe(
    'The file is not JSON: line 1, column 12: the text ends where a comma or ] should follow.',
  )
  expect(problemsOf('{"a": 08}')[0]?.message).toBe(
    'The file is not JSON: line 1, column 8: found “8” where a comma or } should be.',
  )
  expect(problemsOf('{"a": 1} x')[0]?.message).toBe(
    'The file is not JSON: line 1, column 10: found “x” after the end of the document.',
  )
})

test('an empty text, a mark of byte order and a foreign file are told apart', () => {
  expect(problemsOf(' \n')[0]?.message).toBe('The file is empty.')
  expect(parseDesign(`\ufeff${file([])}`).ok).toBe(true)
  for (const text of ['[]', 'null', '7', '"hopwise-design"', '{"Resources": {}}', '{"format": "hopwise"}'])
    expect(problemsOf(text)).toEqual([
      { path: 'format', message: 'This is not a Hopwise design: its “format” should be “hopwise-design”.' },
    ])
})

test('a newer version is named, and so is a version that is none', () => {
  expect(problemsOf(JSON.stringify({ format: 'hopwise-design', version: 7, wonders: [] }))).toEqual([
    { path: 'version', message: 'This design was made by a newer Hopwise (version 7; this one reads up to 2).' },
  ])
  for (const version of [0, -1, 1.5, '1', null])
    expect(problemsOf(JSON.stringify({ format: 'hopwise-design', version }))[0]?.path).toBe('version')
})

test('unknown keys are named with their place', () => {
  expect(
    problemsOf(file([{ kind: 'region', id: 'r', name: 'R', code: 'us-east-1', colour: 'red' }], { extra: 1 })),
  ).toEqual([
    { path: 'constructs[0]', message: 'has the unknown key “colour” (in “r”)' },
    { path: '', message: 'has the unknown key “extra”' },
  ])
  expect(
    problemsOf(
      file([
        {
          kind: 'route-table',
          id: 't',
          name: '',
          vpc: 'v',
          routes: [{ destination: { cdir: '0.0.0.0/0' }, target: 'igw' }],
        },
      ]),
    ),
  ).toEqual([
    {
      path: 'constructs[0].routes[0].destination',
      message: 'must be an object with the key “cidr”, or an object with the key “prefixList”, not an object (in “t”)',
    },
  ])
  expect(
    problemsOf(
      file([
        {
          kind: 'route-table',
          id: 't',
          name: '',
          vpc: 'v',
          routes: [{ destination: { cidr: '0.0.0.0/0', via: 1 }, target: 'igw' }],
        },
      ]),
    ),
  ).toEqual([{ path: 'constructs[0].routes[0].destination', message: 'has the unknown key “via” (in “t”)' }])
})

test('wrong values are named with their place and what belongs there', () => {
  const problems = problemsOf(
    file([
      { kind: 'region', id: 'r', name: 'R' },
      { kind: 'regoin', id: 'r2', name: 'R' },
      { id: 'r3' },
      { kind: 'region', id: 'has space', name: 5, code: 'x' },
      {
        kind: 'security-group',
        id: 'g',
        name: '',
        vpc: 'v',
        ingress: [{ protocol: 'tpc', peer: { cidr: '10.0.0.0/8' } }],
      },
      {
        kind: 'network-acl',
        id: 'n',
        name: '',
        vpc: 'v',
        ingress: [{ number: 40000, action: 'maybe', cidr: '0.0.0.0/0' }],
      },
      { kind: 'client', id: 'c', name: 'tab\there', runtime: 'ec2', interfaces: [] },
      { kind: 'region', id: 'constructor', name: 'R', code: 'x' },
    ]),
  ).map(({ path, message }) => `${path} ${message}`)
  expect(problems).toEqual([
    'constructs[0].code is missing (in “r”)',
    expect.stringMatching(/^constructs\[1\]\.kind must be one of “account”, “region”, .*, not “regoin” \(in “r2”\)$/),
    'constructs[2].kind is missing (in “r3”)',
    'constructs[3].id must be 1 to 128 letters, digits, dots, dashes or underscores, and no reserved word, not “has space”',
    'constructs[3].name must be a text, not 5 (in “has space”)',
    'constructs[4].ingress[0].protocol must be one of “all”, “tcp”, “udp”, “icmp”, “icmpv6”, not “tpc” (in “g”)',
    'constructs[5].ingress[0].number must be at most 32766, not 40000 (in “n”)',
    'constructs[5].ingress[0].action must be one of “allow”, “deny”, not “maybe” (in “n”)',
    'constructs[6].name must not hold control characters, not “tab\ufffdhere” (in “c”)',
    'constructs[6].interfaces needs at least 1 entry (in “c”)',
    expect.stringMatching(/^constructs\[7\]\.id .* not “constructor”$/),
  ])
})

test('ids that are there twice are named with both places', () => {
  const r = { kind: 'region', id: 'r', name: 'R', code: 'us-east-1' }
  const request = { id: 'q', name: 'Q', request: { from: 'a', to: 'b' } }
  expect(problemsOf(file([r, { ...r, id: 's' }, r], { requests: [request, request] }))).toEqual([
    { path: 'constructs[2].id', message: '“r” is the id of constructs[0] already' },
    { path: 'requests[1].id', message: '“q” is the id of requests[0] already' },
  ])
})

test('a flood of problems is cut short and counted', () => {
  const problems = problemsOf(file(Array.from({ length: 1000 }, () => ({}))))
  expect(problems).toHaveLength(51)
  expect(problems.at(-1)).toEqual({ path: '', message: 'and 950 more' })
})

test('dates of rules are real dates', () => {
  expect(parseDesign(file([], { rulesAsOf: '2022-06-01' })).ok).toBe(true)
  for (const rulesAsOf of ['2022-13-01', '2022-6-1', 'yesterday', ''])
    expect(problemsOf(file([], { rulesAsOf }))[0]?.path).toBe('rulesAsOf')
})

test('absurd addresses are not parse errors: they stay as they were typed', () => {
  const design = designOf(file([{ kind: 'subnet', id: 's', name: '<b>x</b>', zone: 'z', cidr: '10.0.0.5/08' }]))
  expect(design.constructs.s).toMatchObject({ name: '<b>x</b>', cidr: '10.0.0.5/08' })
})

test('dangling references, wrong kinds and cycles parse, lie nowhere and do not loop', () => {
  const design = designOf(
    file([
      { kind: 'subnet', id: 'a', name: '', zone: 'b', cidr: '' },
      { kind: 'availability-zone', id: 'b', name: '', vpc: 'a', zoneName: '' },
      { kind: 'availability-zone', id: 'self', name: '', vpc: 'self', zoneName: '' },
      { kind: 'client', id: 'c', name: '', runtime: 'ec2', interfaces: [{ subnet: 'nowhere' }] },
    ]),
  )
  expect(['a', 'b', 'self', 'c', 'nothing'].map((id) => parentOf(design, id))).toEqual(['b', null, null, null, null])
  expect(vpcOf(design, 'a')).toBe(null)
  expect(subtreeOf(design, 'b')).toEqual(['b', 'a'])
  expect(childrenIndex(design)).toEqual(
    new Map([
      [null, ['b', 'c', 'self']],
      ['b', ['a']],
    ]),
  )
})

test('positions without their construct are dropped', () => {
  expect(designOf(file([], { layout: { ghost: { x: 1, y: 2 } } })).layout).toEqual({})
})

test('nesting without end is refused, not overflowed', () => {
  const deep = '['.repeat(200_000)
  expect(problemsOf(deep)[0]?.message).toContain('column 200001')
  expect(
    problemsOf(`{"format":"hopwise-design","version":1,"title":"T","constructs":${deep}${']'.repeat(200_000)}}`)[0]
      ?.path,
  ).toBe('constructs[0]')
})

test('texts above the size that is read are refused by their size', () => {
  expect(problemsOf(' '.repeat(64 * 1024 * 1024 + 1))).toEqual([
    { path: '', message: 'The file is too large: 65 MB, and Hopwise reads up to 64 MB.' },
  ])
})

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'client',
    id: `c${i}`,
    name: `Client ${i}`,
    runtime: 'ec2',
    interfaces: [{ subnet: `s${i % 100}`, securityGroups: ['g'] }],
  }))

test('100,000 constructs are read, indexed and written in seconds; one more is refused', () => {
  const design = designOf(file(many(100_000)))
  expect(childrenIndex(design).get(null)).toHaveLength(100_000)
  expect(Object.values(design.constructs).flatMap(referencesOf)).toHaveLength(200_000)
  const text = serialiseDesign(design)
  expect(text.length).toBeLessThan(64 * 1024 * 1024)
  expect(problemsOf(file(many(100_001)))).toEqual([
    { path: 'constructs', message: 'The design has 100,001 constructs; Hopwise reads up to 100,000.' },
  ])
}, 30_000)

test('values can be read without their text', () => {
  expect(parseDesignValue(JSON.parse(file([]))).ok).toBe(true)
  expect(parseDesignValue(undefined).ok).toBe(false)
})
