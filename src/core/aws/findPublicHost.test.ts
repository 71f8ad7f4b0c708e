import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPublicHost } from './findPublicHost.ts'
import { loadCatalogue } from './loadCatalogue.ts'

const catalogue = await loadCatalogue()
const find = (host: string) => {
  const found = findPublicHost(catalogue, host)
  return found && [found.service.replace('com.amazonaws.', ''), found.region, found.ranges]
}

describe('findPublicHost', () => {
  it.each<[string, string, string, string]>([
    ['kinesis.us-east-1.amazonaws.com', 'us-east-1.kinesis-streams', 'us-east-1', 'aws'],
    ['Kinesis.EU-WEST-1.amazonaws.com.', 'eu-west-1.kinesis-streams', 'eu-west-1', 'aws'],
    ['123456789012.data-kinesis.us-east-1.amazonaws.com', 'us-east-1.kinesis-streams', 'us-east-1', 'aws'],
    ['kinesis-fips.us-east-1.amazonaws.com', 'us-east-1.kinesis-streams-fips', 'us-east-1', 'aws'],
    ['kinesis.cn-north-1.amazonaws.com.cn', 'cn-north-1.kinesis-streams', 'cn-north-1', 'aws'],
    ['sqs.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1.sqs', 'eusc-de-east-1', 'aws'],
    ['kms-fips.eu-west-1.amazonaws.com', 'eu-west-1.kms-fips', 'eu-west-1', 'aws'],
    ['athena-fips.us-east-2.amazonaws.com', 'us-east-2.athena', 'us-east-2', 'aws'],
    ['monitoring.us-east-1.api.aws', 'us-east-1.monitoring', 'us-east-1', 'aws'],
    ['dsql.us-east-1.api.aws', 'us-east-1.dsql', 'us-east-1', 'aws'],
    // Hosts without a Region
    ['sts.amazonaws.com', 'us-east-1.sts', 'us-east-1', 'aws'],
    ['sts.eu-west-1.amazonaws.com', 'eu-west-1.sts', 'eu-west-1', 'aws'],
    ['iam.amazonaws.com', 'iam', 'us-east-1', 'aws'],
    ['queue.amazonaws.com', 'us-east-1.sqs', 'us-east-1', 'aws'],
    ['eu-west-1.queue.amazonaws.com', 'eu-west-1.sqs', 'eu-west-1', 'aws'],
    ['ec2.amazonaws.com', 'us-east-1.ec2', 'us-east-1', 'aws'],
    ['route53.amazonaws.com', 'route53', 'us-east-1', 'aws'],
    ['x.accesspoint.s3-global.amazonaws.com', 's3-global.accesspoint', 'us-east-1', 'aws'],
    // Wildcards and numbers
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com', 'us-east-1.ecr.dkr', 'us-east-1', 'aws'],
    ['abc123.execute-api.eu-west-1.amazonaws.com', 'eu-west-1.execute-api', 'eu-west-1', 'aws'],
    [
      'dom-111122223333.d.codeartifact.us-west-2.amazonaws.com',
      'us-west-2.codeartifact.repositories',
      'us-west-2',
      'aws',
    ],
    ['a1b2-ats.iot.us-east-1.amazonaws.com', 'us-east-1.iot.data', 'us-east-1', 'aws'],
    ['a1b2.credentials.iot.us-east-1.amazonaws.com', 'us-east-1.iot.credentials', 'us-east-1', 'aws'],
    ['api.tunneling.iot.us-east-1.amazonaws.com', 'us-east-1.iot.tunneling.api', 'us-east-1', 'aws'],
    ['d-1.studio.us-east-1.sagemaker.aws', 'aws.sagemaker.us-east-1.studio', 'us-east-1', 'aws'],
    ['ecs-a-12.us-east-1.amazonaws.com', 'us-east-1.ecs-agent', 'us-east-1', 'aws'],
    ['query-cell3.timestream.us-east-1.amazonaws.com', 'us-east-1.timestream.query-cell', 'us-east-1', 'aws'],
    // DynamoDB
    ['dynamodb.us-east-1.amazonaws.com', 'us-east-1.dynamodb', 'us-east-1', 'dynamodb'],
    ['111122223333.ddb.us-east-1.amazonaws.com', 'us-east-1.dynamodb', 'us-east-1', 'dynamodb'],
    ['dynamodb-fips.us-east-1.amazonaws.com', 'us-east-1.dynamodb-fips', 'us-east-1', 'dynamodb'],
    ['streams.dynamodb.us-east-1.amazonaws.com', 'us-east-1.dynamodb-streams', 'us-east-1', 'aws'],
    // S3
    ['s3.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['bucket.s3.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['my.dotted.bucket.s3.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['s3.bucket.s3.eu-west-1.amazonaws.com', 'eu-west-1.s3', 'eu-west-1', 's3'],
    ['s3.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['s3-external-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['bucket.s3.amazonaws.com', '{r}.s3', '', 's3'],
    ['my.dotted.bucket.s3.amazonaws.com', '{r}.s3', '', 's3'],
    ['s3-eu-west-1.amazonaws.com', 'eu-west-1.s3', 'eu-west-1', 's3'],
    ['bucket.s3-eu-west-1.amazonaws.com', 'eu-west-1.s3', 'eu-west-1', 's3'],
    ['s3.dualstack.eu-west-1.amazonaws.com', 'eu-west-1.s3', 'eu-west-1', 's3'],
    ['bucket.s3.dualstack.eu-west-1.amazonaws.com', 'eu-west-1.s3', 'eu-west-1', 's3'],
    ['bucket.s3-fips.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['s3-control.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['111122223333.s3-control.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['point-111122223333.s3-accesspoint.us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['bucket.s3-website-us-east-1.amazonaws.com', 'us-east-1.s3', 'us-east-1', 's3'],
    ['bucket.s3-website.eu-south-1.amazonaws.com', 'eu-south-1.s3', 'eu-south-1', 's3'],
    ['bucket.s3.cn-north-1.amazonaws.com.cn', 'cn-north-1.s3', 'cn-north-1', 's3'],
    ['s3express-control.us-east-1.amazonaws.com', 'us-east-1.s3express', 'us-east-1', 'aws'],
    ['b--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com', 'us-east-1.s3express', 'us-east-1', 'aws'],
    ['bucket.s3-accelerate.amazonaws.com', '', 'us-east-1', 'aws'],
    // No endpoint service is known for these
    ['cognito-idp.us-east-1.amazonaws.com', '', 'us-east-1', 'aws'],
    ['iam.cn-north-1.amazonaws.com.cn', '', 'cn-north-1', 'aws'],
    ['iam.us-gov.amazonaws.com', '', 'us-gov-west-1', 'aws'],
    ['budgets.amazonaws.com', '', 'us-east-1', 'aws'],
  ])('%s', (host, service, region, ranges) => {
    expect(find(host)).toEqual([service, region, ranges])
  })

  it.each([
    ...[
      '',
      'foo.example.com',
      'amazonaws.com',
      'us-east-1.amazonaws.com',
      'kinesis.amazonaws.com',
      'kinesis',
      'kinesis.us-east-1',
    ],
    ...[
      'kinesis.nowhere-9.amazonaws.com',
      'kinesis.us-east-1.amazonaws.com.evil.example',
      'xkinesis.us-east-1.amazonaws.com',
    ],
    ...[
      'a.kinesis.us-east-1.amazonaws.com',
      'kinesis.us-east-1.amazonaws.com.cn',
      'kinesis.cn-north-1.amazonaws.com',
      'kinesis.us-east-1.amazonaws.eu',
    ],
    ...[
      'kinesis-fips.eu-west-1.amazonaws.com',
      'athena-fips.eu-west-1.amazonaws.com',
      'bucket.s3-fips.eu-west-1.amazonaws.com',
    ],
    ...[
      'vpce-0123456789abcdef0-abcd1234.kinesis.us-east-1.vpce.amazonaws.com',
      'bucket.vpce-0a1-b2.s3.us-east-1.vpce.amazonaws.com',
    ],
    ...[
      's3.nowhere-9.amazonaws.com',
      'bucket.s3.nowhere-9.amazonaws.com',
      's3-nowhere-9.amazonaws.com',
      's3-eu-south-1.amazonaws.com',
      's3-website-us-east-1.amazonaws.com',
    ],
    ...[
      'b.s3express-use1-az9.us-east-1.amazonaws.com',
      'bucket.s3.amazonaws.com.cn',
      'bs3.amazonaws.com',
      'bucket.s3x.us-east-1.amazonaws.com',
    ],
    ...[
      'dkr.ecr.us-east-1.amazonaws.com',
      '*.dkr.ecr.us-east-1.amazonaws.com',
      'kinesis.{r}.amazonaws.com',
      'ecs-a-x.us-east-1.amazonaws.com',
    ],
    ...[
      'ec2-198-51-100-7.compute-1.amazonaws.com',
      'ce.eu-west-1.amazonaws.com',
      'organizations.eu-west-1.amazonaws.com',
      'aws.amazon.com',
    ],
    ...['10.0.0.1', '52.216.0.1', '::1', 'a b.amazonaws.com', 'constructor', 'x'.repeat(1_000_000)],
  ])('finds nothing at %j', (host) => {
    expect(find(host)).toBeNull()
  })

  it.each<[string, readonly number[]]>([
    ['kinesis.us-east-1.amazonaws.com', [443]],
    ['dynamodb.us-east-1.amazonaws.com', [443, 80]],
    ['sqs.us-east-1.amazonaws.com', [443, 80]],
    ['s3.us-east-1.amazonaws.com', [443, 80]],
    ['bucket.s3-website-us-east-1.amazonaws.com', [80]],
    ['email-smtp.us-east-1.amazonaws.com', [587, 25, 465, 2465, 2587]],
    ['cassandra.us-east-1.amazonaws.com', [9142, 443]],
    ['cognito-idp.us-east-1.amazonaws.com', [443]],
  ])('%s answers on %j', (host, ports) => {
    expect(findPublicHost(catalogue, host)?.ports).toEqual(ports)
  })

  it('leads every name of every service back to it, in each of its Regions', () => {
    const of = (service: string, region: string) => service.replace('{r}', region)
    for (const { code, dnsSuffix, dualStackSuffix } of catalogue.regions)
      for (const entry of catalogue.services) {
        if (!entry.name.includes('{r}') || !(entry.regions?.includes(code) ?? true)) continue
        for (const name of entry.publicNames) {
          // S3 has tests of its own; FIPS forms are not everywhere
          if (!name.includes('{r}') || /(^|[.-])(s3|fips)/.test(name)) continue
          const host = name
            .replace('amazonaws.com', dnsSuffix)
            .replace('api.aws', dualStackSuffix)
            .replace('on.aws', dualStackSuffix.replace('api', 'on'))
            .replace('{r}', code)
            .replace('*', 'some')
            .replace('#', '7')
          const found = findPublicHost(catalogue, host)
          expect([host, found?.service, found?.region]).toEqual([host, of(entry.name, code), code])
          expect(found!.entry).toBe(entry)
        }
      }
  })

  it('answers any text at all', () => {
    const labels = fc.constantFrom(
      's3',
      's3-control',
      'us-east-1',
      'amazonaws',
      'com',
      'kinesis',
      '*',
      '{r}',
      '#',
      '',
      'dualstack',
      'cn-north-1',
      'cn',
    )
    const hosts = fc.oneof(
      fc.string(),
      fc.array(labels, { maxLength: 8 }).map((parts) => parts.join('.')),
    )
    fc.assert(
      fc.property(hosts, (host) => {
        const found = findPublicHost(catalogue, host)
        if (found) expect(found.ports.length).toBeGreaterThan(0)
        else expect(found).toBeNull()
      }),
    )
  })
})
