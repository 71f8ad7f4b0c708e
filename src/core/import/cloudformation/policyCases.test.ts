import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluateCase } from '../../policy/index.ts'
import { evaluateTexts } from './testing/evaluateTexts.ts'
import { type ApiRequest, POLICY_TYPES, policyCaseOf } from './testing/policyCaseOf.ts'

const ROOT = new URL('../../../../../shared/policy-cases/', import.meta.url)
/** Those that lie beside the checkout where there are any. */
const CASES = existsSync(ROOT) ? readdirSync(ROOT).filter((name) => !name.endsWith('.md')) : []

const linesOf = <T>(url: URL): readonly T[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

interface Expected {
  readonly id: string
  readonly verdict: 'succeeds' | 'fails'
  readonly why: string
  readonly deniedBy: readonly string[]
  readonly statements: readonly string[]
}

/** What the policies of a template say of a request. */
function answerOf(template: string, request: ApiRequest) {
  const { stacks } = evaluateTexts({ 'template.json': template }, {}, POLICY_TYPES)
  const result = evaluateCase(policyCaseOf(stacks[0]!, request))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.answer
}

test.each(CASES)('%s', (name) => {
  const folder = new URL(`${name}/`, ROOT)
  const template = readFileSync(new URL('template.json', folder), 'utf8')
  const requests = linesOf<ApiRequest & { readonly id: string }>(new URL('requests.jsonl', folder))
  for (const { id, verdict, why, deniedBy, statements } of linesOf<Expected>(new URL('expected.jsonl', folder))) {
    const answer = answerOf(template, requests.find((request) => request.id === id)!)
    expect({ ...answer, deniedBy: [...answer.deniedBy].sort(), statements: [...answer.statements].sort() }).toEqual({
      verdict: verdict === 'succeeds' ? 'allowed' : 'denied',
      why,
      deniedBy: [...deniedBy].sort(),
      statements: [...statements].sort(),
      unknown: [],
    })
  }
})

/** A template of our own of that kind: a queue of another account, which knows the session by the instance's id. */
const template = (endpointId: string) =>
  JSON.stringify({
    Metadata: {
      Hopwise: {
        accountId: '111122223333',
        region: 'eu-west-1',
        ids: { Instance: 'i-0abc', Endpoint: 'vpce-0def', Vpc: 'vpc-1' },
        resourceAccounts: { Queue: '444455556666', QueuePolicy: '444455556666' },
      },
    },
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: {} },
      Endpoint: {
        Type: 'AWS::EC2::VPCEndpoint',
        Properties: { VpcId: { Ref: 'Vpc' }, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.sqs' },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'worker',
          Policies: [
            {
              PolicyName: 'main',
              PolicyDocument: { Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' } },
            },
          ],
        },
      },
      Instance: { Type: 'AWS::EC2::Instance', Properties: { PrivateIpAddress: '10.0.0.9' } },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      QueuePolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': `arn:aws:sts::111122223333:assumed-role/worker/\${Instance}` } },
              Action: 'sqs:SendMessage',
              Resource: { 'Fn::Sub': `arn:aws:sqs:\${AWS::Region}:444455556666:orders` },
              Condition: { StringEquals: { 'aws:SourceVpce': { Ref: endpointId } } },
            },
          },
        },
      },
    },
  })
const REQUEST: ApiRequest = {
  from: 'Instance',
  api: {
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:444455556666:orders',
    principal: 'arn:aws:iam::111122223333:role/worker',
  },
}
test.each([
  ['Endpoint', 'allowed', []],
  ['Vpc', 'denied', ['resource']],
])('a queue of another account that only %s may reach: %s', (id, verdict, deniedBy) => {
  expect(answerOf(template(id), REQUEST)).toMatchObject({ verdict, deniedBy })
})
