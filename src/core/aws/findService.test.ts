import { describe, expect, it } from 'vitest'
import { endpointSuffixOf, findService, privateNamesOf } from './findService.ts'
import { loadCatalogue } from './loadCatalogue.ts'

const catalogue = await loadCatalogue()
const A = 'us-east-1.amazonaws.com'
/** The dual-stack name beside it. */
const D = 'us-east-1.api.aws'
const service = (suffix: string) => (/^(com|aws)\./.test(suffix) ? suffix : `com.amazonaws.us-east-1.${suffix}`)

describe('findService', () => {
  it('reads the Region out of the name', () => {
    expect(findService(catalogue, 'com.amazonaws.eu-west-1.kinesis-streams')).toMatchObject({
      region: 'eu-west-1',
      entry: { name: 'com.amazonaws.{r}.kinesis-streams' },
    })
    expect(findService(catalogue, 'aws.sagemaker.us-west-2.studio')?.region).toBe('us-west-2')
    expect(findService(catalogue, 'com.amazonaws.iam')?.region).toBe('')
    expect(findService(catalogue, 'aws.api.us-east-2.route53globalresolver')?.region).toBe('us-east-2')
    expect(findService(catalogue, 'cn.com.amazonaws.cn-north-1.ecr.api')?.region).toBe('cn-north-1')
  })

  it.each([
    ...[
      '',
      'kinesis-streams',
      'com.amazonaws.nowhere-9.kinesis-streams',
      'com.amazonaws.us-east-1',
      'com.amazonaws.us-east-1.',
    ],
    ...[
      'com.amazonaws.us-east-1.kinesis',
      'com.amazonaws.{r}.s3',
      'com.amazonaws.us-east-1.s3 ',
      'COM.AMAZONAWS.US-EAST-1.S3',
    ],
    ...[
      'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
      'aws.api.eu-west-1.route53globalresolver',
      'com.amazonaws.us-east-1.iam',
    ],
    ...['us-east-1', 'constructor', '__proto__', 'cn.com.amazonaws.us-east-1.s3', 'x'.repeat(100_000)],
  ])('knows no %j', (name) => {
    expect(findService(catalogue, name)).toBeNull()
    expect(privateNamesOf(catalogue, name)).toEqual([])
    expect(endpointSuffixOf(catalogue, name, 'us-east-1')).toBeNull()
  })

  it('finds every service that it lists, in every Region', () => {
    for (const { code } of catalogue.regions)
      for (const entry of catalogue.services)
        expect(findService(catalogue, entry.name.replace('{r}', code))?.entry).toBe(entry)
  })
})

// One row for each row of the fact sheet's table of exceptions, and for each class that a rule covers
describe('privateNamesOf', () => {
  it.each<[string, readonly string[]]>([
    ['kinesis-streams', [`kinesis.${A}`]],
    ['kinesis-firehose', [`firehose.${A}`]],
    [
      'monitoring',
      [`monitoring.${A}`, 'monitoring.us-east-1.api.aws', `monitoring-fips.${A}`, 'monitoring-fips.us-east-1.api.aws'],
    ],
    ...['events', 'sns', 'sqs', 'lambda', 'secretsmanager', 'ec2messages'].map((word): [string, string[]] => [
      word,
      [`${word}.${A}`],
    ]),
    ...[
      'kms',
      'ssm',
      'ssmmessages',
      'sts',
      'ec2',
      'eks',
      'athena',
      'glue',
      'lakeformation',
      'datazone',
      's3tables',
    ].map((word): [string, string[]] => [word, [`${word}.${A}`, `${word}.${D}`]]),
    ['logs', [`logs.${A}`, `logs.${D}`, `streaming-logs.${A}`, `streaming-logs.${D}`]],
    ['oidc-eks', [`oidc.eks.${A}`, `oidc-eks.${D}`]],
    ['execute-api', [`*.execute-api.${A}`, `execute-api.${A}`]],
    ['apigateway', [`apigateway.${A}`]],
    ['appsync-api', [`*.appsync-api.${A}`, `*.appsync-realtime-api.${A}`]],
    ['appsync', [`appsync.${A}`]],
    ['ecr.api', [`api.ecr.${A}`, `ecr.${D}`]],
    ['ecr.dkr', [`*.dkr.ecr.${A}`, '*.dkr-ecr.us-east-1.on.aws']],
    [
      's3',
      [`s3.${A}`, `*.s3.${A}`, `s3-control.${A}`, `*.s3-control.${A}`, `s3-accesspoint.${A}`, `*.s3-accesspoint.${A}`],
    ],
    ['com.amazonaws.s3-global.accesspoint', ['*.accesspoint.s3-global.amazonaws.com']],
    ['s3express', []],
    ['dynamodb', []],
    ['dynamodb-fips', []],
    ['dynamodb-streams', []],
    ['codeartifact.api', [`codeartifact.${A}`]],
    ['codeartifact.repositories', [`*.d.codeartifact.${A}`]],
    ['git-codecommit', [`git-codecommit.${A}`]],
    ['git-codecommit-fips', [`git-codecommit-fips.${A}`]],
    ['codecommit', [`codecommit.${A}`]],
    ['codestar-connections.api', [`codestar-connections.${A}`]],
    ['codeconnections.api', [`codeconnections.${A}`]],
    ['codedeploy-commands-secure', [`codedeploy-commands-secure.${A}`]],
    ['email-smtp', [`email-smtp.${A}`]],
    ['airflow.api', [`api.airflow.${A}`]],
    ['airflow.env', [`env.airflow.${A}`]],
    ['airflow.ops', [`ops.airflow.${A}`]],
    ['airflow.api-fips', [`api.airflow-fips.${A}`]],
    ['aps', [`aps.${A}`]],
    ['aps-workspaces', [`aps-workspaces.${A}`]],
    ['sagemaker.api', [`api.sagemaker.${A}`, `api.sagemaker.${D}`]],
    ['sagemaker.runtime', [`runtime.sagemaker.${A}`, `runtime.sagemaker.${D}`]],
    ['sagemaker.featurestore-runtime', [`featurestore-runtime.sagemaker.${A}`]],
    ['sagemaker.metrics', [`metrics.sagemaker.${A}`]],
    ['sagemaker.runtime-fips', [`runtime-fips.sagemaker.${A}`]],
    ['aws.sagemaker.us-east-1.notebook', ['*.notebook.us-east-1.sagemaker.aws']],
    ['aws.sagemaker.us-east-1.studio', ['*.studio.us-east-1.sagemaker.aws', '*.studio.sagemaker.us-east-1.app.aws']],
    ['iot.data', []],
    ['iot.credentials', []],
    ['iot-fips.api', [`iot-fips.${A}`]],
    ['iotwireless.api', [`api.iotwireless.${A}`]],
    ['lorawan.cups', [`*.cups.lorawan.${A}`]],
    ['lorawan.lns', [`*.lns.lorawan.${A}`]],
    ['deviceadvisor.iot', []],
    ['cassandra', [`cassandra.${A}`]],
    ['transfer', [`transfer.${A}`]],
    ['transfer.server', [`*.server.transfer.${A}`]],
    ['elasticfilesystem', [`elasticfilesystem.${A}`]],
    ['rds', [`rds.${A}`]],
    ['rds-data', [`rds-data.${A}`]],
    ['eks-auth', ['eks-auth.us-east-1.api.aws']],
    ['models-v2-lex', [`models-v2-lex.${A}`]],
    ['runtime-v2-lex', [`runtime-v2-lex.${A}`]],
    ['detective', [`api.detective.${A}`]],
    ['pricing.api', [`api.pricing.${A}`]],
    ['metering-marketplace', [`metering.marketplace.${A}`]],
    ['memory-db', [`memory-db.${A}`]],
    ['memorydb-fips', [`memory-db-fips.${A}`]],
    ['appstream.api', [`appstream2.${A}`]],
    ['appstream.streaming', [`streaming.appstream.${A}`]],
    ['application-autoscaling', [`application-autoscaling.${A}`]],
    ['autoscaling', [`autoscaling.${A}`]],
    ['autoscaling-plans', [`autoscaling-plans.${A}`]],
    ['timestream.query-cell', []],
    ['timestream.query-cell2', [`query-cell2.timestream.${A}`]],
    ['timestream.ingest-cell12', [`ingest-cell12.timestream.${A}`]],
    ['ecs', [`ecs.${A}`]],
    ['ecs-agent', [`ecs-a.${A}`]],
    ['ecs-telemetry', [`ecs-t.${A}`]],
    ['elasticbeanstalk-health', [`elasticbeanstalk-health.${A}`]],
    ['redshift', [`redshift.${A}`]],
    ['redshift-data', [`redshift-data.${A}`]],
    ['redshift-serverless', [`redshift-serverless.${A}`]],
    ['emr-serverless-services.livy', []],
    ['grafana-workspace', [`*.grafana-workspace.${A}`]],
    ['apprunner.requests', []],
    ['pinpoint-sms-voice-v2', [`sms-voice.${A}`]],
    ['quicksight-website', []],
    ['console', []],
    ['signin', []],
    ['vpc-lattice', [`vpc-lattice.${A}`]],
    ['com.amazonaws.iam', ['iam.amazonaws.com']],
    ['com.amazonaws.route53', ['route53.amazonaws.com']],
    ['com.amazonaws.cloudfront', ['cloudfront.amazonaws.com']],
    ['com.amazonaws.savingsplans', ['savingsplans.amazonaws.com']],
    ['managedblockchain.bitcoin.mainnet', []],
    ['managedblockchain.bitcoin.testnet', []],
    ['aws.api.us-east-1.qbusiness', ['qbusiness.us-east-1.api.aws']],
    ['aws.api.us-east-1.kendra-ranking', ['kendra-ranking.us-east-1.api.aws']],
    ['aws.api.us-east-1.bcm-data-exports', ['bcm-data-exports.us-east-1.api.aws']],
    ['aws.api.us-east-2.route53globalresolver', ['route53globalresolver.us-east-2.api.aws']],
    // By rule
    ['iotsitewise.data', [`data.iotsitewise.${A}`]],
    ['geo.maps', [`maps.geo.${A}`]],
    ['storage-omics', [`storage-omics.${A}`]],
    ['kms-fips', [`kms-fips.${A}`]],
    ['kinesis-streams-fips', [`kinesis-fips.${A}`]],
    ['iot-fips.tunneling.api', [`api.tunneling.iot-fips.${A}`]],
    ['dsql', ['dsql.us-east-1.api.aws']],
    ['transcribe', [`transcribe.${A}`]],
  ])('%s', (suffix, names) => {
    expect(findService(catalogue, service(suffix))).not.toBeNull()
    expect(privateNamesOf(catalogue, service(suffix))).toEqual(names)
  })

  it('writes the suffixes of the Region’s partition', () => {
    expect(privateNamesOf(catalogue, 'com.amazonaws.cn-north-1.kinesis-streams')).toEqual([
      'kinesis.cn-north-1.amazonaws.com.cn',
    ])
    expect(privateNamesOf(catalogue, 'com.amazonaws.cn-north-1.dsql')).toEqual([
      'dsql.cn-north-1.api.amazonwebservices.com.cn',
    ])
    expect(privateNamesOf(catalogue, 'com.amazonaws.eusc-de-east-1.ecr.dkr')).toEqual([
      '*.dkr.ecr.eusc-de-east-1.amazonaws.eu',
      '*.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu',
    ])
    expect(privateNamesOf(catalogue, 'com.amazonaws.us-gov-west-1.kinesis-streams')).toEqual([
      'kinesis.us-gov-west-1.amazonaws.com',
    ])
  })

  it('leaves FIPS names out where there are none', () => {
    expect(privateNamesOf(catalogue, 'com.amazonaws.eu-west-1.monitoring')).toEqual([
      'monitoring.eu-west-1.amazonaws.com',
      'monitoring.eu-west-1.api.aws',
    ])
    expect(privateNamesOf(catalogue, 'com.amazonaws.eu-west-1.kms-fips')).toEqual(['kms-fips.eu-west-1.amazonaws.com'])
  })
})

it.each([
  ['dynamodb', 'none'],
  ['dynamodb-streams', 'none'],
  ['iot.data', 'none'],
  ['iot.credentials', 'none'],
  ['apprunner.requests', 'none'],
  ['s3express', 'none'],
  ['deviceadvisor.iot', 'unknown'],
  ['quicksight-website', 'unknown'],
  ['emr-serverless-services.livy', 'unknown'],
  ['managedblockchain.bitcoin.mainnet', 'unknown'],
  ['console', 'unknown'],
  ['kinesis-streams', 'known'],
])('says why %s has the private names it has: %s', (suffix, privateDns) => {
  expect(findService(catalogue, service(suffix))?.entry.privateDns).toBe(privateDns)
})

it.each<[string, readonly number[]]>([
  ['kinesis-streams', [443]],
  ['s3', [443, 80]],
  ['email-smtp', [587, 25, 465, 2465, 2587]],
  ['cassandra', [9142, 443]],
  ['transfer.server', [22]],
  ['transfer', [443]],
  ['iot.data', [443, 8443, 8883]],
])('%s answers on %j', (suffix, ports) => {
  expect(findService(catalogue, service(suffix))?.entry.ports).toEqual(ports)
})

it.each<[string, boolean | null]>([
  ['s3', true],
  ['kinesis-streams', true],
  ['appmesh-envoy-management', false],
  ['transfer.server', false],
  ['cloudtrail', null],
])('%s supports endpoint policies: %s', (suffix, supported) => {
  expect(findService(catalogue, service(suffix))?.entry.policySupported).toBe(supported)
})

describe('endpointSuffixOf', () => {
  it.each([
    ['kinesis-streams', 'kinesis.us-east-1.vpce.amazonaws.com'],
    ['codeartifact.repositories', 'd.codeartifact.us-east-1.vpce.amazonaws.com'],
    ['codeartifact.api', 'api.codeartifact.us-east-1.vpce.amazonaws.com'],
    ['ecr.api', 'api.ecr.us-east-1.vpce.amazonaws.com'],
    ['ecr.dkr', 'dkr.ecr.us-east-1.vpce.amazonaws.com'],
    ['execute-api', 'execute-api.us-east-1.vpce.amazonaws.com'],
    ['appstream.api', 'api.appstream.us-east-1.vpce.amazonaws.com'],
    ['dynamodb', 'dynamodb.us-east-1.vpce.amazonaws.com'],
    ['s3', 's3.us-east-1.vpce.amazonaws.com'],
    ['dsql', 'dsql.us-east-1.vpce.amazonaws.com'],
    ['timestream.query-cell3', 'query-cell3.timestream.us-east-1.vpce.amazonaws.com'],
    ['aws.sagemaker.us-east-1.notebook', 'notebook.us-east-1.vpce.sagemaker.aws'],
    ['com.amazonaws.s3-global.accesspoint', 'accesspoint.s3-global.us-east-1.vpce.amazonaws.com'],
    ['com.amazonaws.cn-north-1.kinesis-streams', 'kinesis.cn-north-1.vpce.amazonaws.com.cn'],
  ])('%s: %s', (suffix, expected) => {
    expect(endpointSuffixOf(catalogue, service(suffix), 'us-east-1')).toBe(expected)
  })
})
