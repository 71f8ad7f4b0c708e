import { expect, it } from 'vitest'
import { loadActions, loadCatalogue } from '../core/aws/index.ts'
import { applyEdits, type Construct, type Design } from '../core/model/index.ts'
import { createConstruct } from '../core/model/kinds/createConstruct.ts'
import { fillArn } from '../core/sim/suggest/fillArn.ts'
import { USUAL_ACTIONS } from '../core/sim/suggest/usualActions.ts'
import { templates } from '../core/templates/index.ts'
import { compileTopology } from '../core/topology/index.ts'
import { answerSuggestCall } from './answerSuggestCall.ts'

const catalogue = await loadCatalogue()
const bucketDesign = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()

const suggest = (design: Design, to: string, action = '', from = 'worker-1') =>
  answerSuggestCall({ design, catalogue, topology: () => compileTopology(design, catalogue) }, { from, to, action })
const withMore = (...constructs: readonly Construct[]): Design =>
  applyEdits(
    bucketDesign,
    constructs.map((construct) => ({ kind: 'add', construct })),
  ).design
const BUCKET = 'reports-111122223333.s3.us-east-1.amazonaws.com'

it.each([
  ['a host name', BUCKET],
  ['a construct', 'bucket-reports'],
  ['an endpoint', 'endpoint-interface'],
])('offers the actions of the service that %s belongs to, those that policies name first', async (_, to) => {
  const { actions } = await suggest(bucketDesign, to, '', 'other-1')
  expect(actions.slice(0, 2).map(({ action }) => action)).toEqual(['s3:GetObject', 's3:ListBucket'])
  expect(actions.every(({ action }) => /^s3(-object-lambda)?:/.test(action))).toBe(true)
  expect(actions.find(({ action }) => action === 's3:PutBucketPolicy')?.hint).toBe('permissions')
  expect(new Set(actions.map(({ action }) => action)).size).toBe(actions.length)
})

it('offers whole calls about what is drawn', async () => {
  const { calls } = await suggest(bucketDesign, BUCKET)
  expect(calls[0]!.of).toBe('Reports bucket')
  expect((await suggest(bucketDesign, 'bucket-archive')).calls[0]!.of).toBe('Archive bucket')
  expect(calls).toContainEqual({
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports-111122223333/example',
    of: 'Reports bucket',
  })
  expect(calls).toContainEqual({
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::archive-111122223333',
    of: 'Archive bucket',
  })
})

it('offers resources that the action may be about, and those of saved requests', async () => {
  const { resources } = await suggest(bucketDesign, BUCKET, 's3:GetObject')
  expect(resources).toContainEqual({ arn: 'arn:aws:s3:::reports-111122223333/example', label: 'Reports bucket' })
  expect(resources).toContainEqual({
    arn: 'arn:aws:s3:::reports-111122223333/2026/q3.csv',
    label: 'of a saved request',
  })
  const ofNone = await suggest(bucketDesign, BUCKET, 's3:ListAllMyBuckets')
  expect(ofNone.resources.map(({ arn }) => arn)).toEqual(['*'])
})

it('offers who may call: roles, root users, nobody in particular', async () => {
  const { principals } = await suggest(bucketDesign, BUCKET)
  expect(principals.map(({ arn }) => arn)).toEqual([
    'arn:aws:iam::111122223333:role/report-reader',
    'arn:aws:iam::111122223333:root',
    'anonymous',
  ])
})

it('offers the keys of the action, and none whose name is not whole', async () => {
  const { keys } = await suggest(bucketDesign, BUCKET, 's3:PutObject')
  const names = keys.map(({ key }) => key)
  expect(names).toContain('s3:x-amz-acl')
  expect(names.filter((name) => /[<$]/.test(name))).toEqual([])
})

it('offers the keys that policies read and no path gives, with the values that they name', async () => {
  const policy = JSON.stringify({
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: '*',
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'false' },
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
        },
      },
    ],
  })
  const queue = {
    ...createConstruct('policy-resource', 'queue-1', 'orders', 'region-1'),
    arn: 'arn:aws:sqs:us-east-1:111122223333:orders',
    policy,
  } as Construct
  const design = withMore(queue)
  const { keys, calls } = await suggest(design, 'sqs.us-east-1.amazonaws.com', 'sqs:SendMessage')
  expect(keys[0]).toEqual({ key: 'aws:MultiFactorAuthPresent', readBy: [queue.name], values: ['false'] })
  expect(keys.map(({ key }) => key)).not.toContain('aws:SourceVpce')
  expect(calls[0]).toEqual({
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
    of: queue.name,
  })
  const without = await suggest(design, '')
  expect(new Set(without.calls.map(({ action }) => action.split(':')[0]))).toEqual(new Set(['s3', 'sqs']))
})

it('says what is often asked by actions that there are', async () => {
  const known = await loadActions(Object.keys(USUAL_ACTIONS))
  const missing = Object.entries(USUAL_ACTIONS).flatMap(([prefix, names]) =>
    names
      .filter((name) => !known.services.get(prefix)?.actions.has(name.toLowerCase()))
      .map((name) => `${prefix}:${name}`),
  )
  expect(missing).toEqual([])
})

/** `<Part>` for what differs. */
const arn = (text: string): string => text.replace(/<(\w+)>/g, '$${$1}')

it('fills what is drawn into the ARNs of an action', () => {
  expect(fillArn('arn:aws:s3:::a', [arn('arn:<Partition>:s3:::<BucketName>/<ObjectName>')])).toEqual([
    'arn:aws:s3:::a/example',
  ])
  expect(fillArn('arn:aws:s3:::a', [arn('arn:<Partition>:s3:::<BucketName>')])).toEqual(['arn:aws:s3:::a'])
  expect(
    fillArn('arn:aws:execute-api:us-east-1:111122223333:api1', [
      arn('arn:<Partition>:execute-api:<Region>:<Account>:<ApiId>/<Stage>/<Method>/<ApiSpecificResourcePath>'),
    ]),
  ).toEqual(['arn:aws:execute-api:us-east-1:111122223333:api1/prod/GET/orders'])
  expect(
    fillArn('arn:aws:sqs:us-east-1:111122223333:q', [arn('arn:<Partition>:sns:<Region>:<Account>:<TopicName>')]),
  ).toEqual([])
})
