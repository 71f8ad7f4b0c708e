import type { Confidence, ServiceEntry } from '../../src/core/aws/catalogue.ts'

/**
 * A service whose names cannot be derived from its service name, or of which more is known than can be derived.
 * Host names that end in `{r}` go on with `.amazonaws.com`; `#` stands for a number.
 */
export interface ServiceException {
  /** What follows `com.amazonaws.{r}.`, or the whole service name. */
  readonly service: string
  /** What private DNS covers; `none` where the service has no private DNS, `unknown` where nobody has told. */
  readonly names: readonly string[] | 'none' | 'unknown'
  /** Public hosts beside those. */
  readonly publicNames?: readonly string[]
  readonly types?: ServiceEntry['types']
  readonly ports?: readonly number[]
  readonly publicPorts?: readonly number[]
  /** Where it is not the first name without its wildcard. */
  readonly hostPrefix?: string
  readonly endpointSuffix?: string
  readonly regions?: readonly string[]
  /** The service lives in these Regions alone, one a partition. */
  readonly home?: true
  /** Every name of its private DNS is known, dual-stack and FIPS ones included. */
  readonly complete?: true
  readonly confidence: Confidence
  /** Tags as in `sources.ts`. */
  readonly source: string
}

/** Services that the list of names lacks: AppSync's control plane (A26), and the issuers of EKS clusters, which have had an endpoint since 27 July 2026 (EKS26). */
export const addedNames: readonly string[] = ['com.amazonaws.{r}.appsync', 'com.amazonaws.{r}.oidc-eks']

/** Services with one control plane in each partition. Source: botocore's endpoint rules; Organizations guide (ORG26): “only in us-east-1”. */
const GLOBAL = { regions: ['us-east-1', 'us-gov-west-1', 'cn-northwest-1', 'eusc-de-east-1'], home: true } as const
const BOTH: ServiceEntry['types'] = ['interface', 'gateway']
const HTTPS_AND_HTTP = [443, 80]
const SMTP = [587, 25, 465, 2465, 2587]

/** Applied before any rule. Where the API's own answer was recorded (LAB), it has the last word on the names. */
export const exceptions: readonly ServiceException[] = [
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
  // Observability and management
  { service: 'aps', names: ['aps.{r}'], confidence: 'M', source: 'BC' },
  { service: 'aps-workspaces', names: ['aps-workspaces.{r}'], confidence: 'M', source: 'BC' },
  { service: 'grafana-workspace', names: ['*.grafana-workspace.{r}'], confidence: 'M', source: 'K' },
  {
    service: 'autoscaling',
    names: ['autoscaling.{r}'],
    publicNames: ['autoscaling.amazonaws.com'],
    confidence: 'H',
    source: 'LAB',
  },
  { service: 'application-autoscaling', names: ['application-autoscaling.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'autoscaling-plans', names: ['autoscaling-plans.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'detective', names: ['api.detective.{r}'], confidence: 'H', source: 'MO' },
  { service: 'detective-fips', names: ['api.detective-fips.{r}'], confidence: 'M', source: 'BC' },
  { service: 'vpc-lattice', names: ['vpc-lattice.{r}'], confidence: 'M', source: 'MO' },
  {
    service: 'pricing.api',
    names: ['api.pricing.{r}'],
    regions: ['ap-south-1', 'cn-northwest-1', 'eu-central-1', 'eusc-de-east-1', 'us-east-1'],
    home: true,
    confidence: 'H',
    source: 'BC',
  },
  { service: 'metering-marketplace', names: ['metering.marketplace.{r}'], confidence: 'M', source: 'BC' },
  { service: 'awsconnector', names: ['awsconnector.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'arsenal-discovery', names: ['arsenal-discovery.{r}'], confidence: 'M', source: 'K' },
  { service: 'rum-dataplane', names: ['dataplane.rum.{r}'], hostPrefix: 'rum-dataplane', confidence: 'M', source: 'K' },
  { service: 'guardduty-data', names: ['guardduty-data.{r}'], confidence: 'M', source: 'K' },
  { service: 'guardduty-data-fips', names: ['guardduty-data-fips.{r}'], confidence: 'M', source: 'rule' },
  // Analytics: names as read in 2026
  { service: 'athena', names: ['athena.{r}', 'athena.{r}.api.aws'], complete: true, confidence: 'M', source: 'DE26' },
  { service: 'glue', names: ['glue.{r}', 'glue.{r}.api.aws'], complete: true, confidence: 'M', source: 'DE26' },
  {
    service: 'lakeformation',
    names: ['lakeformation.{r}', 'lakeformation.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 'datazone',
    names: ['datazone.{r}', 'datazone.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 's3tables',
    names: ['s3tables.{r}', 's3tables.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  // Machine learning
  {
    service: 'sagemaker.api',
    names: ['api.sagemaker.{r}', 'api.sagemaker.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 'sagemaker.runtime',
    names: ['runtime.sagemaker.{r}', 'runtime.sagemaker.{r}.api.aws'],
    complete: true,
    confidence: 'M',
    source: 'DE26',
  },
  { service: 'sagemaker.runtime-fips', names: ['runtime-fips.sagemaker.{r}'], confidence: 'H', source: 'LAB' },
  { service: 'sagemaker.api-fips', names: ['api-fips.sagemaker.{r}'], confidence: 'M', source: 'BC' },
  {
    service: 'sagemaker.featurestore-runtime',
    names: ['featurestore-runtime.sagemaker.{r}'],
    confidence: 'H',
    source: 'BC',
  },
  {
    service: 'sagemaker.featurestore-runtime-fips',
    names: ['featurestore-runtime-fips.sagemaker.{r}'],
    confidence: 'M',
    source: 'rule',
  },
  { service: 'sagemaker.metrics', names: ['metrics.sagemaker.{r}'], confidence: 'H', source: 'BC' },
  {
    service: 'aws.sagemaker.{r}.notebook',
    names: ['*.notebook.{r}.sagemaker.aws'],
    endpointSuffix: 'vpce.sagemaker.aws',
    confidence: 'H',
    source: 'LAB',
  },
  {
    service: 'aws.sagemaker.{r}.studio',
    names: ['*.studio.{r}.sagemaker.aws', '*.studio.sagemaker.{r}.app.aws'],
    endpointSuffix: 'vpce.sagemaker.aws',
    confidence: 'M',
    source: 'DE26',
  },
  {
    service: 'aws.sagemaker.{r}.experiments',
    names: 'unknown',
    hostPrefix: 'experiments',
    endpointSuffix: 'vpce.sagemaker.aws',
    confidence: 'L',
    source: 'rule',
  },
  {
    service: 'aws.sagemaker.{r}.partner-app',
    names: 'unknown',
    hostPrefix: 'partner-app',
    endpointSuffix: 'vpce.sagemaker.aws',
    confidence: 'L',
    source: 'rule',
  },
  { service: 'models-v2-lex', names: ['models-v2-lex.{r}'], confidence: 'H', source: 'BC' },
  { service: 'runtime-v2-lex', names: ['runtime-v2-lex.{r}'], confidence: 'H', source: 'BC' },
  { service: 'streaming-rekognition', names: ['streaming-rekognition.{r}'], confidence: 'M', source: 'BC' },
  // Things: AWS's guide says to make one's own hosted zone for the account's data and credential hosts
  { service: 'iot.api', names: ['iot.{r}'], hostPrefix: 'api.iot', confidence: 'M', source: 'K' },
  { service: 'iot-fips.api', names: ['iot-fips.{r}'], hostPrefix: 'api.iot-fips', confidence: 'M', source: 'K' },
  {
    service: 'iot.data',
    names: 'none',
    publicNames: ['*.iot.{r}'],
    ports: [443, 8443, 8883],
    hostPrefix: 'data.iot',
    confidence: 'H',
    source: 'EX',
  },
  {
    service: 'iot.credentials',
    names: 'none',
    publicNames: ['*.credentials.iot.{r}'],
    hostPrefix: 'credentials.iot',
    confidence: 'M',
    source: 'EX',
  },
  { service: 'iot.tunneling.data', names: ['data.tunneling.iot.{r}'], confidence: 'M', source: 'K' },
  { service: 'iot-fips.tunneling.data', names: ['data.tunneling.iot-fips.{r}'], confidence: 'M', source: 'K' },
  { service: 'iotwireless.api', names: ['api.iotwireless.{r}'], confidence: 'H', source: 'BC' },
  { service: 'lorawan.cups', names: ['*.cups.lorawan.{r}'], confidence: 'M', source: 'EX' },
  { service: 'lorawan.lns', names: ['*.lns.lorawan.{r}'], confidence: 'M', source: 'EX' },
  {
    service: 'deviceadvisor.iot',
    names: 'unknown',
    publicNames: ['api.iotdeviceadvisor.{r}'],
    hostPrefix: 'iot.deviceadvisor',
    confidence: 'L',
    source: 'K',
  },
  // End-user computing
  { service: 'appstream.api', names: ['appstream2.{r}'], hostPrefix: 'api.appstream', confidence: 'H', source: 'LAB' },
  { service: 'appstream.streaming', names: ['streaming.appstream.{r}'], confidence: 'H', source: 'LAB' },
  {
    service: 'quicksight-website',
    names: 'unknown',
    publicNames: ['{r}.quicksight.aws.amazon.com'],
    confidence: 'L',
    source: 'K',
  },
  // Console Private Access asks for hosted zones of one's own, so nothing is taken as covered
  {
    service: 'console',
    names: 'unknown',
    publicNames: ['console.aws.amazon.com', '{r}.console.aws.amazon.com'],
    confidence: 'L',
    source: 'EX',
  },
  {
    service: 'signin',
    names: 'unknown',
    publicNames: ['signin.aws.amazon.com', '{r}.signin.aws.amazon.com'],
    confidence: 'L',
    source: 'EX',
  },
  // Names differ per application, network or cluster
  { service: 'emr-serverless-services.livy', names: 'unknown', confidence: 'L', source: 'K' },
  {
    service: 'managedblockchain.bitcoin.mainnet',
    names: 'unknown',
    publicNames: ['mainnet.bitcoin.managedblockchain.{r}'],
    confidence: 'L',
    source: 'K',
  },
  {
    service: 'managedblockchain.bitcoin.testnet',
    names: 'unknown',
    publicNames: ['testnet.bitcoin.managedblockchain.{r}'],
    confidence: 'L',
    source: 'K',
  },
  // Without a Region, or with it elsewhere
  {
    service: 'com.amazonaws.iam',
    names: ['iam.amazonaws.com'],
    regions: ['us-east-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'],
    home: true,
    confidence: 'M',
    source: 'BC',
  },
  { service: 'com.amazonaws.route53', names: ['route53.amazonaws.com'], ...GLOBAL, confidence: 'M', source: 'BC' },
  {
    service: 'com.amazonaws.cloudfront',
    names: ['cloudfront.amazonaws.com'],
    ...GLOBAL,
    confidence: 'M',
    source: 'BC',
  },
  {
    service: 'com.amazonaws.savingsplans',
    names: ['savingsplans.amazonaws.com'],
    ...GLOBAL,
    confidence: 'M',
    source: 'BC',
  },
  { service: 'organizations', names: ['organizations.{r}'], ...GLOBAL, confidence: 'M', source: 'ORG26' },
  {
    service: 'organizations-fips',
    names: ['organizations-fips.{r}'],
    regions: ['us-east-1', 'us-gov-west-1'],
    home: true,
    confidence: 'M',
    source: 'ORG26',
  },
  { service: 'account', names: ['account.{r}'], ...GLOBAL, confidence: 'M', source: 'MO' },
  { service: 'ce', names: ['ce.{r}'], ...GLOBAL, confidence: 'M', source: 'MO' },
  { service: 'billingconductor', names: ['billingconductor.{r}'], ...GLOBAL, confidence: 'M', source: 'MO' },
  { service: 'tax', names: ['tax.{r}'], ...GLOBAL, confidence: 'M', source: 'MO' },
  {
    service: 'networkmanager',
    names: ['networkmanager.{r}'],
    regions: ['us-west-2', 'us-gov-west-1'],
    home: true,
    confidence: 'M',
    source: 'MO',
  },
  {
    service: 'aws.api.us-east-2.route53globalresolver',
    names: ['route53globalresolver.us-east-2.api.aws'],
    regions: ['us-east-2'],
    confidence: 'M',
    source: 'BC',
  },
  {
    service: 'aws.api.us-east-2.route53globalresolver-fips',
    names: ['route53globalresolver-fips.us-east-2.api.aws'],
    regions: ['us-east-2'],
    confidence: 'M',
    source: 'BC',
  },
]
