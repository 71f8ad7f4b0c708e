import { expect, test } from 'vitest'
import type { PolicyKind } from '../document.ts'
import { readPolicy } from './readPolicy.ts'

/** What is wrong with a policy, each with its place. */
function problemsOf(text: string, kind: PolicyKind = 'resource'): readonly string[] {
  const result = readPolicy(text, kind)
  return result.ok ? [] : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}
const statement = (members: string): string => `{"Statement": [{${members}}]}`
const REST = '"Action": "s3:*", "Resource": "*", "Principal": "*"'

test('a statement alone, and values alone, are lists of one', () => {
  const text = statement(`"Effect": "Allow", ${REST}`).replace('[', '').replace(']', '')
  const result = readPolicy(text, 'endpoint')
  expect(result).toEqual({
    ok: true,
    document: {
      version: '2008-10-17',
      id: '',
      statements: [
        {
          sid: '',
          effect: 'Allow',
          actions: { not: false, these: ['s3:*'] },
          resources: { not: false, these: ['*'] },
          principals: { not: false, these: '*' },
          conditions: [],
        },
      ],
    },
  })
})

test('numbers, and true and false, are values of conditions', () => {
  const condition =
    '"Condition": {"Bool": {"aws:SecureTransport": false}, "NumericLessThan": {"s3:max-keys": [10, "20"]}}'
  const result = readPolicy(statement(`"Effect": "Deny", ${REST}, ${condition}`), 'resource')
  expect(result.ok && result.document.statements[0]!.conditions).toEqual([
    { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] },
    { operator: 'NumericLessThan', key: 's3:max-keys', values: ['10', '20'] },
  ])
})

test.each<readonly [text: string, kind: PolicyKind, problem: string]>([
  ['', 'resource', '1:1 is empty'],
  ['{', 'resource', '1:2 is not JSON'],
  ['{"Statement": []} x', 'resource', '1:19 is not JSON'],
  ['{"Statement": [], // all\n}', 'resource', 'is not JSON'],
  ['[]', 'resource', '1:1 a policy must be an object'],
  ['{}', 'resource', '1:1 Statement is missing'],
  ['{"Statement": []}', 'resource', '1:15 Statement is empty'],
  ['{"statement": []}', 'resource', '1:2 “statement” is written Statement'],
  ['{"Version": "2012-10-18", "Statement": []}', 'resource', '1:13 “2012-10-18” is no version'],
  ['{"Statement": [7]}', 'resource', '1:16 a statement must be an object'],
  [`{"Statement": ${'['.repeat(30)}${']'.repeat(30)}}`, 'resource', 'nested 31 levels deep'],
  ['{\n"Statement": [],\n"Statement": []\n}', 'resource', '3:1 “Statement” stands twice'],
  [statement(REST), 'resource', '1:16 Effect is missing'],
  [statement(`"Effect": "allow", ${REST}`), 'resource', '1:27 Effect is “allow”'],
  [statement('"Effect": "Allow", "Resource": "*", "Principal": "*"'), 'resource', 'Action is missing'],
  [statement(`"Effect": "Allow", "NotAction": "s3:*", ${REST}`), 'resource', 'Action or NotAction, not both'],
  [statement(`"Effect": "Allow", ${REST.replace('s3:*', 'GetObject')}`), 'resource', '“GetObject” is no action'],
  [statement(`"Effect": "Allow", ${REST.replace('"*"', '"my-bucket"')}`), 'resource', '“my-bucket” is no resource'],
  [statement('"Effect": "Allow", "Action": "s3:*", "Principal": "*"'), 'endpoint', 'Resource is missing'],
  [statement('"Effect": "Allow", "Action": "s3:*", "Resource": "*"'), 'endpoint', 'Principal is missing'],
  [statement(`"Effect": "Allow", ${REST}`), 'identity', 'a policy of an identity has no Principal'],
  [statement(`"Effect": "Allow", ${REST}`), 'trust', 'a trust policy has no Resource'],
  [statement(`"Effect": "Allow", ${REST.replace('"Principal": "*"', '"Principal": "all"')}`), 'resource', 'is “all”'],
  [
    statement(`"Effect": "Allow", ${REST.replace('"Principal": "*"', '"Principal": {"AWS": "role/x"}')}`),
    'resource',
    '“role/x” is no principal',
  ],
  [
    statement(`"Effect": "Allow", ${REST.replace('"Principal": "*"', '"Principal": {"Aws": "*"}')}`),
    'resource',
    '“Aws” is written AWS',
  ],
  [
    statement(`"Effect": "Deny", ${REST}, "Condition": {"StringEqual": {"aws:x": "1"}}`),
    'resource',
    '“StringEqual” is no condition operator',
  ],
  [statement(`"Effect": "Deny", ${REST}, "Conditions": {}`), 'resource', '“Conditions” is no element of a statement'],
  [
    `{"Statement": [{"Sid": "A", "Effect": "Deny", ${REST}}, {"Sid": "A", "Effect": "Deny", ${REST}}]}`,
    'resource',
    'the Sid “A” stands in another statement too',
  ],
  [`${' '.repeat(20_480)}{}`, 'endpoint', 'at most 20,480'],
  [statement(`"Effect": "Allow", ${REST.replace('Principal', 'NotPrincipal')}`), 'resource', 'goes with “Deny” alone'],
  [statement('"Effect": "Deny", "Action": "*", "NotPrincipal": "*"'), 'trust', 'a trust policy has no NotPrincipal'],
  [statement(`"Effect": "Deny", ${REST.replace('Principal', 'NotPrincipal')}`), 'control', 'has no NotPrincipal'],
  [statement('"Effect": "Allow", "Action": "s3:*", "Resource": "execute-api"'), 'identity', 'is no resource'],
])('%s', (text, kind, problem) => {
  expect(problemsOf(text, kind).join('\n')).toContain(problem)
})

test('all that is wrong is told, up to fifty', () => {
  const wrong = statement('"Effect": "allow", "Action": 7')
  expect(problemsOf(wrong, 'endpoint')).toHaveLength(4)
  const many = `{"Statement": [${Array(2_000).fill('{"Effect": "Allow"}').join(',')}]}`
  expect(problemsOf(many)).toHaveLength(50)
})

test('ten thousand statements are too many, at the line where they are', () => {
  const one = `{"Effect": "Allow", ${REST}}`
  const text = `{"Statement": [\n${Array(10_000).fill(one).join(',\n')}]}`
  expect(problemsOf(text)).toEqual(['1553:23 is too long: no policy has more than 102,400 characters'])
  const result = readPolicy(`{"Statement": [${Array(1_000).fill(one).join(',')}]}`, 'resource')
  expect(result.ok && result.document.statements).toHaveLength(1_000)
})

test('blanks do not count, but in an endpoint’s policy', () => {
  const text = `${' '.repeat(200_000)}${statement(`"Effect": "Allow", ${REST}`)}`
  expect(problemsOf(text)).toEqual([])
})

// Source: CloudFront guide, origin access identity: what S3 keeps in a bucket’s policy
test('the identity of a distribution is a principal', () => {
  const principal = '{"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEF2GHIJK"}'
  expect(
    problemsOf(statement(`"Effect": "Allow", ${REST.replace('"Principal": "*"', `"Principal": ${principal}`)}`)),
  ).toEqual([])
})
