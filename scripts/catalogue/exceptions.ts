import type { ServiceEntry } from '../../src/core/aws/catalogue.ts'
import { managementExceptions } from './managementExceptions.ts'
import type { ServiceException } from './serviceException.ts'

/** Services that the list of names lacks: AppSync's control plane (A26), and the issuers of EKS clusters, which have had an endpoint since 27 July 2026 (EKS26). */
export const addedNames: readonly string[] = ['com.amazonaws.{r}.appsync', 'com.amazonaws.{r}.oidc-eks']

const BOTH: ServiceEntry['types'] = ['interface', 'gateway']
const HTTPS_AND_HTTP = [443, 80]
const SMTP = [587, 25, 465, 2465, 2587]

/** Applied before any rule. Where the API's own answer was recorded (LAB), it has the last word on the names. */
export const exceptions: readonly ServiceException[] = [
  ...managementExceptions,
  // Kinesis, monitoring, messaging
  {
    service: 'kinesis-streams',
    names: ['kinesis.{r}'],
    publicNames: ['*.control-kinesis.{r}', '*.data-kinesis.{r}'],
    confidence: 'H',
    source: 'P22',
  },
  { service: 'kinesis-streams-fips', names: ['kinesis-fips.{r}'], confidence: 'M', source: 'BC' },
  { service: 'kinesis-firehose', names: ['firehose.{r}'], confidence: 'H', source: 'LAB' },
  {
    service: 'monitoring',
    names: ['monitoring.{r}', 'monitoring.{r}.api.aws', 'monitoring-fips.{r}', 'monitoring-fips.{r}.api.aws'],
    complete: true,
    confidence: 'H',
    source: 'P26',
  },
  {
    service: 'logs',
    names: ['logs.{r}', 'logs.{r}.api.aws', 'streaming-logs.{r}', 'streaming-logs.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  { service: 'events', names: ['events.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'sns', names: ['sns.{r}'], confidence: 'H', source: 'LAB' },
  // The legacy names are public only: boto/boto3#1900, #3311
  {
    service: 'sqs',
    names: ['sqs.{r}'],
    publicNames: ['{r}.queue.amazonaws.com', 'queue.amazonaws.com'],
    confidence: 'H',
    source: 'LAB',
  },
  { service: 'kms', names: ['kms.{r}', 'kms.{r}.api.aws'], complete: true, confidence: 'M', source: 'DE26' },
  { service: 'ssm', names: ['ssm.{r}', 'ssm.{r}.api.aws'], complete: true, confidence: 'M', source: 'DE26' },
  { service: 'ec2messages', names: ['ec2messages.{r}'], complete: true, confidence: 'H', source: 'LAB' },
  {
    service: 'ssmmessages',
    names: ['ssmmessages.{r}', 'ssmmessages.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  // The global name is public only: boto/boto3#4333
  {
    service: 'sts',
    names: ['sts.{r}', 'sts.{r}.api.aws'],
    publicNames: ['sts.amazonaws.com'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 'ec2',
    names: ['ec2.{r}', 'ec2.{r}.api.aws'],
    publicNames: ['ec2.amazonaws.com'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  { service: 'lambda', names: ['lambda.{r}'], publicNames: ['*.lambda-url.{r}.on.aws'], confidence: 'H', source: 'MO' },
  { service: 'secretsmanager', names: ['secretsmanager.{r}'], complete: true, confidence: 'H', source: 'LAB' },
  // APIs: the wildcard captures public APIs too
  { service: 'execute-api', names: ['*.execute-api.{r}', 'execute-api.{r}'], confidence: 'H', source: 'A26' },
  { service: 'apigateway', names: ['apigateway.{r}'], confidence: 'H', source: 'MO' },
  {
    service: 'appsync-api',
    names: ['*.appsync-api.{r}', '*.appsync-realtime-api.{r}'],
    confidence: 'M',
    source: 'A26',
  },
  { service: 'appsync', names: ['appsync.{r}'], confidence: 'M', source: 'A26' },
  // Containers
  // FIPS names of ECR are public only (DE26)
  {
    service: 'ecr.api',
    names: ['api.ecr.{r}', 'ecr.{r}.api.aws'],
    publicNames: ['ecr-fips.{r}', 'ecr-fips.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 'ecr.dkr',
    names: ['*.dkr.ecr.{r}', '*.dkr-ecr.{r}.on.aws'],
    publicNames: ['*.dkr.ecr-fips.{r}', '*.dkr-ecr-fips.{r}.on.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  { service: 'ecs', names: ['ecs.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'ecs-agent', names: ['ecs-a.{r}'], publicNames: ['ecs-a-#.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'ecs-telemetry', names: ['ecs-t.{r}'], publicNames: ['ecs-t-#.{r}'], confidence: 'H', source: 'LAB' },
  // The API of EKS, not the Kubernetes API of a cluster
  { service: 'eks', names: ['eks.{r}', 'eks.{r}.api.aws'], complete: true, confidence: 'H', source: 'EKS26' },
  { service: 'eks-fips', names: ['fips.eks.{r}'], confidence: 'M', source: 'BC' },
  { service: 'eks-auth', names: ['eks-auth.{r}.api.aws'], complete: true, confidence: 'M', source: 'MO' },
  // The issuers of clusters: their names lie below the API's, which hides them from a VPC with an endpoint for the API alone
  {
    service: 'oidc-eks',
    names: ['oidc.eks.{r}', 'oidc-eks.{r}.api.aws'],
    hostPrefix: 'oidc-eks',
    complete: true,
    confidence: 'M',
    source: 'EKS26',
  },
  { service: 'apprunner.requests', names: 'none', confidence: 'M', source: 'K' },
  { service: 'appmesh-envoy-management', names: ['appmesh-envoy-management.{r}'], confidence: 'H', source: 'LAB' },
  // Storage
  {
    service: 's3',
    names: ['s3.{r}', '*.s3.{r}', 's3-control.{r}', '*.s3-control.{r}', 's3-accesspoint.{r}', '*.s3-accesspoint.{r}'],
    publicNames: [
      's3.dualstack.{r}',
      '*.s3.dualstack.{r}',
      's3-fips.{r}',
      '*.s3-fips.{r}',
      's3.amazonaws.com',
      '*.s3.amazonaws.com',
    ],
    types: BOTH,
    ports: HTTPS_AND_HTTP,
    complete: true,
    confidence: 'H',
    source: 'S26',
  },
  {
    service: 'com.amazonaws.s3-global.accesspoint',
    names: ['*.accesspoint.s3-global.amazonaws.com'],
    confidence: 'H',
    source: 'MO',
  },
  {
    service: 's3express',
    names: 'none',
    publicNames: ['s3express-control.{r}'],
    types: ['gateway'],
    confidence: 'M',
    source: 'P26',
  },
  // The API: NFS mounts use the names of mount targets
  { service: 'elasticfilesystem', names: ['elasticfilesystem.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'transfer', names: ['transfer.{r}'], confidence: 'H', source: 'LAB' },
  // The agent's control traffic has ports of its own at the endpoint; public names answer on 443
  {
    service: 'datasync',
    names: ['datasync.{r}'],
    ports: [443, ...Array.from({ length: 41 }, (_, i) => 1024 + i)],
    publicPorts: [443],
    confidence: 'H',
    source: 'EX',
  },
  { service: 'transfer.server', names: ['*.server.transfer.{r}'], ports: [22], confidence: 'H', source: 'LAB' },
  // Databases: rds, rds-data, redshift are APIs, database connections use other names and ports
  {
    service: 'dynamodb',
    names: 'none',
    // SDKs ask for ACCOUNT.ddb.REGION first, where they know the account; its addresses are DynamoDB's own (SDK reference; aws-sdk-go-v2#2807)
    publicNames: ['dynamodb.{r}', '*.ddb.{r}', 'dynamodb.{r}.api.aws', '*.ddb.{r}.api.aws'],
    types: BOTH,
    hostPrefix: 'dynamodb',
    publicPorts: HTTPS_AND_HTTP,
    confidence: 'H',
    source: 'D26',
  },
  {
    service: 'dynamodb-fips',
    names: 'none',
    publicNames: ['dynamodb-fips.{r}'],
    hostPrefix: 'dynamodb-fips',
    confidence: 'M',
    source: 'D26',
  },
  {
    service: 'dynamodb-streams',
    names: 'none',
    publicNames: ['streams.dynamodb.{r}'],
    hostPrefix: 'streams.dynamodb',
    confidence: 'H',
    source: 'D26',
  },
  { service: 'rds', names: ['rds.{r}'], confidence: 'H', source: 'P22' },
  { service: 'rds-data', names: ['rds-data.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'redshift', names: ['redshift.{r}'], confidence: 'M', source: 'MO' },
  { service: 'redshift-data', names: ['redshift-data.{r}'], confidence: 'M', source: 'MO' },
  { service: 'redshift-serverless', names: ['redshift-serverless.{r}'], confidence: 'M', source: 'MO' },
  { service: 'cassandra', names: ['cassandra.{r}'], ports: [9142, 443], confidence: 'H', source: 'LAB' },
  { service: 'cassandra-fips', names: ['cassandra-fips.{r}'], ports: [9142, 443], confidence: 'M', source: 'BC' },
  { service: 'memory-db', names: ['memory-db.{r}'], confidence: 'H', source: 'MO' },
  { service: 'memorydb-fips', names: ['memory-db-fips.{r}'], confidence: 'M', source: 'BC' },
  {
    service: 'timestream.ingest-cell',
    names: ['ingest-cell#.timestream.{r}'],
    hostPrefix: 'ingest-cell#.timestream',
    confidence: 'M',
    source: 'K',
  },
  {
    service: 'timestream.query-cell',
    names: ['query-cell#.timestream.{r}'],
    hostPrefix: 'query-cell#.timestream',
    confidence: 'M',
    source: 'K',
  },
  // Developer tools
  {
    service: 'codeartifact.api',
    names: ['codeartifact.{r}'],
    hostPrefix: 'api.codeartifact',
    confidence: 'H',
    source: 'LAB',
  },
  { service: 'codeartifact.repositories', names: ['*.d.codeartifact.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'git-codecommit', names: ['git-codecommit.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'git-codecommit-fips', names: ['git-codecommit-fips.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'codecommit', names: ['codecommit.{r}'], confidence: 'H', source: 'LAB' },
  {
    service: 'codestar-connections.api',
    names: ['codestar-connections.{r}'],
    hostPrefix: 'api.codestar-connections',
    confidence: 'M',
    source: 'BC',
  },
  {
    service: 'codeconnections.api',
    names: ['codeconnections.{r}'],
    hostPrefix: 'api.codeconnections',
    confidence: 'M',
    source: 'BC',
  },
  { service: 'codedeploy-commands-secure', names: ['codedeploy-commands-secure.{r}'], confidence: 'M', source: 'K' },
  { service: 'elasticbeanstalk-health', names: ['elasticbeanstalk-health.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'airflow.api', names: ['api.airflow.{r}'], confidence: 'H', source: 'BC' },
  { service: 'airflow.env', names: ['env.airflow.{r}'], confidence: 'H', source: 'BC' },
  { service: 'airflow.ops', names: ['ops.airflow.{r}'], confidence: 'H', source: 'BC' },
  { service: 'airflow.api-fips', names: ['api.airflow-fips.{r}'], confidence: 'M', source: 'BC' },
  { service: 'airflow.env-fips', names: ['env.airflow-fips.{r}'], confidence: 'M', source: 'BC' },
  // Mail
  { service: 'email-smtp', names: ['email-smtp.{r}'], ports: SMTP, confidence: 'H', source: 'LAB' },
  { service: 'pinpoint-sms-voice-v2', names: ['sms-voice.{r}'], confidence: 'M', source: 'BC' },
]
