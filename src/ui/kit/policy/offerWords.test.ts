import { CompletionContext } from '@codemirror/autocomplete'
import { jsonLanguage } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import type { PolicyUse } from '../../../core/model/index.ts'
import type { PolicyWords } from '../../../core/topology/index.ts'
import { offerWords } from './offerWords.ts'

const word = (value: string, name: string) => ({ construct: 'x', name, value })
const DESIGN: PolicyWords = {
  prefixes: ['s3'],
  guards: null,
  resources: [word('arn:aws:s3:::reports/*', 'reports')],
  principals: [word('arn:aws:iam::111122223333:role/reader', 'reader')],
  accounts: [word('111122223333', 'Shop')],
  organisations: [word('o-a1b2c3d4e5', 'Shop')],
  vpcs: [word('vpc-1a2b3c4d', 'Main'), word('vpc-1', 'Planned')],
  endpoints: [word('vpce-1a2b3c4d', 'S3 gateway')],
  regions: [word('eu-west-1', 'eu-west-1')],
}

/** What is offered at the bar. */
async function offered(text: string, use: PolicyUse = 'resource', isAsked = true): Promise<readonly string[]> {
  const pos = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [jsonLanguage] })
  const asked: string[] = []
  const source = offerWords({
    use,
    design: async () => DESIGN,
    async actions(prefixes) {
      asked.push(...prefixes)
      return {
        services: [['sqs', 'Amazon SQS']],
        actions: prefixes.map((prefix) => ({ name: `${prefix}:Do`, level: 'Write' })),
        keys: prefixes.includes('s3')
          ? ['s3:x-amz-acl', 's3:ExistingObjectTag/<key>', `s3:BucketTag/\${TagKey}`].map((name) => ({
              name,
              type: 'String',
            }))
          : [],
      }
    },
  })
  const result = await source(new CompletionContext(state, pos, isAsked))
  return result?.options.map(({ label }) => label) ?? []
}

test.each([
  ['{|}', ['Version', 'Id', 'Statement']],
  ['{"Version": "|"}', ['2012-10-17', '2008-10-17']],
  ['{"Statement": [{"Effect": "|"}]}', ['Allow', 'Deny']],
  ['{"Statement": [{"Action": "s3:|"}]}', ['*', 's3:*', 's3:Do', 'sqs:']],
  ['{"Statement": [{"Resource": ["|"]}]}', ['*', 'arn:aws:s3:::reports/*']],
  ['{"Statement": [{"Principal": |}]}', ['*', 'AWS', 'Service']],
  ['{"Statement": [{"Principal": {"|"}}]}', ['AWS', 'Service', 'Federated', 'CanonicalUser']],
  ['{"Statement": [{"Principal": {"AWS": "|"}}]}', ['*', 'arn:aws:iam::111122223333:role/reader', '111122223333']],
  ['{"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpc": "|"}}}]}', ['vpc-1a2b3c4d', 'vpc-1']],
  ['{"Statement": [{"Condition": {"StringEquals": {"aws:sourcevpce": "|"}}}]}', ['vpce-1a2b3c4d']],
  ['{"Statement": [{"Condition": {"StringEquals": {"aws:PrincipalOrgID": "|"}}}]}', ['o-a1b2c3d4e5']],
  ['{"Statement": [{"Condition": {"Bool": {"aws:SecureTransport": "|"}}}]}', ['true', 'false']],
  ['{"Statement": [{"Sid": "|"}]}', []],
])('%s', async (text, labels) => {
  expect(await offered(text)).toEqual(labels)
})

test('a statement has the elements of what its policy is attached to, each once', async () => {
  const statement = '{"Statement": [{"Effect": "Allow", "|"}]}'
  expect(await offered(statement)).toEqual(
    'Sid Principal NotPrincipal Action NotAction Resource NotResource Condition'.split(' '),
  )
  expect(await offered(statement, 'identity')).not.toContain('Principal')
  expect(await offered(statement, 'trust')).not.toContain('Resource')
})

test('operators and keys, with those of the service', async () => {
  const operators = await offered('{"Statement": [{"Condition": {"|"}}]}')
  expect(operators).toEqual(
    expect.arrayContaining(['StringEquals', 'ArnLikeIfExists', 'Null', 'ForAnyValue:StringLike']),
  )
  expect(operators).not.toContain('NullIfExists')
  const keys = await offered('{"Statement": [{"Condition": {"StringEquals": {"|"}}}]}')
  expect(keys).toEqual(
    expect.arrayContaining(['aws:SourceVpce', 's3:x-amz-acl', 's3:ExistingObjectTag/', 's3:BucketTag/']),
  )
})

test('nothing is offered where nobody types', async () => {
  expect(await offered('{"Statement": [ | ]}', 'resource', false)).toEqual([])
})
