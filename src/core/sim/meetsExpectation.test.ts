import { expect, it } from 'vitest'
import { findPublicHost } from '../aws/findPublicHost.ts'
import { loadCatalogue } from '../aws/index.ts'
import { refuseToTell } from './concludeVerdict.ts'
import { meetsExpectation } from './meetsExpectation.ts'
import { serviceTitle } from './serviceTitle.ts'

const catalogue = await loadCatalogue()
const verdict = refuseToTell({ from: 'a', to: 'b', protocol: 'tcp', port: 443 }, 'UNKNOWN_SOURCE', 'nobody')
const anything = { verdict: 'cannot-tell', symptom: null, code: null, path: null } as const

it('looks at what an expectation names, and says the first difference', () => {
  expect(meetsExpectation(verdict, anything)).toBeNull()
  expect(meetsExpectation(verdict, { ...anything, code: 'UNKNOWN_SOURCE' })).toBeNull()
  expect(meetsExpectation(verdict, { ...anything, verdict: 'succeeds' })).toBe(
    'expected succeeds, got cannot-tell (UNKNOWN_SOURCE)',
  )
  expect(meetsExpectation({ ...verdict, code: null }, { ...anything, verdict: 'fails' })).toBe(
    'expected fails, got cannot-tell',
  )
  expect(meetsExpectation(verdict, { ...anything, code: 'PORT_CLOSED' })).toBe(
    'expected code PORT_CLOSED, got UNKNOWN_SOURCE',
  )
  expect(meetsExpectation(verdict, { ...anything, path: 'peering' })).toBe('expected path peering, got none')
  expect(meetsExpectation(verdict, { ...anything, symptom: 'http-error', path: 'peering' })).toBe(
    'expected symptom http-error, got none',
  )
})

it('calls a service by a title and its place', () => {
  const title = (name: string) => serviceTitle(findPublicHost(catalogue, name)!)
  expect(title('photos.s3.us-east-1.amazonaws.com')).toBe('Amazon S3 in us-east-1')
  expect(title('photos.s3.amazonaws.com')).toBe('Amazon S3 in the bucket’s Region')
  expect(title('dynamodb.eu-west-1.amazonaws.com')).toBe('DynamoDB in eu-west-1')
  expect(title('kinesis.eu-west-1.amazonaws.com')).toBe('kinesis-streams in eu-west-1')
  expect(title('sqs.cn-north-1.amazonaws.com.cn')).toBe('sqs in cn-north-1')
  const own = { ...findPublicHost(catalogue, 'sqs.us-east-1.amazonaws.com')!, service: 'us-east-1.{r}' }
  expect(serviceTitle(own)).toBe('an AWS service in us-east-1')
})
