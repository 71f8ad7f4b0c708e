import { expect, it } from 'vitest'
import { certificateHolds } from './certificateHolds.ts'
import { loadCatalogue } from './loadCatalogue.ts'

const catalogue = await loadCatalogue()
const holds = (service: string, name: string) => certificateHolds(catalogue, `com.amazonaws.${service}`, name)

/** Source: aws-sdk-js-v3 issue 4570. */
it.each([
  '*.s3.eu-central-1.amazonaws.com',
  '*.s3-eu-central-1.amazonaws.com',
  's3-eu-central-1.amazonaws.com',
  's3.eu-central-1.amazonaws.com',
  's3.dualstack.eu-central-1.amazonaws.com',
  '*.s3.dualstack.eu-central-1.amazonaws.com',
  '*.s3.amazonaws.com',
  '*.s3-control.eu-central-1.amazonaws.com',
  's3-control.eu-central-1.amazonaws.com',
  '*.s3-control.dualstack.eu-central-1.amazonaws.com',
  's3-control.dualstack.eu-central-1.amazonaws.com',
  '*.s3-accesspoint.eu-central-1.amazonaws.com',
  '*.s3-accesspoint.dualstack.eu-central-1.amazonaws.com',
])('knows %s to be in S3’s certificate, and every bucket’s name below it', (name) => {
  expect(holds('eu-central-1.s3', name)).toBe(true)
  expect(holds('eu-central-1.s3', name.replace('*', 'data-1'))).toBe(true)
})

it.each([
  ['eu-central-1.s3', 's3.amazonaws.com'],
  ['eu-central-1.s3', 'b.s3.eu-west-1.amazonaws.com'],
  ['eu-central-1.s3', 'b.s3-website.eu-central-1.amazonaws.com'],
  ['cn-north-1.s3', 'b.s3.amazonaws.com'],
  ['eu-central-1.s3', 'files.corp.example'],
  ['us-east-1.sqs', 'kms.us-east-1.amazonaws.com'],
  ['us-east-1.sqs', '*.corp.example'],
  ['eu-west-1.sts', 'sts.amazonaws.com'],
])('knows the certificate of %s not to hold %s', (service, name) => expect(holds(service, name)).toBe(false))

it.each([
  ['us-east-1.s3', 's3.amazonaws.com'],
  ['us-east-1.sqs', 'us-east-1.queue.amazonaws.com'],
  ['us-east-1.sts', 'sts.amazonaws.com'],
  ['us-east-1.iot.data', 'abc-ats.iot.us-east-1.amazonaws.com'],
  ['us-east-1.ecr.dkr', 'dkr.ecr.us-east-1.amazonaws.com'],
  ['us-east-1.ecr.dkr', '*.us-east-1.amazonaws.com'],
  ['us-east-1.dynamodb', 'dynamodb.us-east-1.amazonaws.com'],
  ['iam', 'iam.amazonaws.com'],
])('knows the certificate of %s to hold %s', (service, name) => expect(holds(service, name)).toBe(true))

it('does not say where nobody knows', () => {
  expect(holds('vpce.us-east-1.vpce-svc-0123456789abcdef0', 'api.corp.example')).toBeNull()
  // in the certificate of Systems Manager by a published scan, and in no list of hosts
  expect(holds('ap-south-1.ssm', 'legacy.ssm.ap-south-1.amazonaws.com')).toBeNull()
})
