/**
 * Endpoint services whose actions have another prefix than their name says, without Region and `-fips`. Sources: PrivateLink guide, services that
 * integrate; the service’s page in the Service Authorization Reference.
 */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'analytics-omics': ['omics'],
  appconfigdata: ['appconfig'],
  'appmesh-envoy-management': ['appmesh'],
  'appsync-api': ['appsync'],
  'aps-workspaces': ['aps'],
  'arsenal-discovery': ['arsenal'],
  'bedrock-agent': ['bedrock'],
  'bedrock-agent-runtime': ['bedrock'],
  'bedrock-data-automation': ['bedrock'],
  'bedrock-data-automation-runtime': ['bedrock'],
  'bedrock-runtime': ['bedrock'],
  cloudcontrolapi: ['cloudformation'],
  cloudhsmv2: ['cloudhsm'],
  // the console asks many services through it
  console: [],
  'control-storage-omics': ['omics'],
  'data-servicediscovery': ['servicediscovery'],
  'deviceadvisor.iot': ['iotdeviceadvisor'],
  'dicom-medical-imaging': ['medical-imaging'],
  'dynamodb-streams': ['dynamodb'],
  'ecs-agent': ['ecs'],
  'ecs-telemetry': ['ecs'],
  'eks-proxy': ['eks'],
  'elasticbeanstalk-health': ['elasticbeanstalk'],
  email: ['ses'],
  'email-smtp': ['ses'],
  'emr-serverless-services': ['emr-serverless'],
  emrwal: ['elasticmapreduce'],
  experiments: ['sagemaker', 'sagemaker-mlflow'],
  forecastquery: ['forecast'],
  'geo.maps': ['geo', 'geo-maps'],
  'geo.places': ['geo', 'geo-places'],
  'geo.routes': ['geo', 'geo-routes'],
  'git-codecommit': ['codecommit'],
  'grafana-workspace': ['grafana'],
  'guardduty-data': ['guardduty'],
  'kinesis-firehose': ['firehose'],
  'kinesis-streams': ['kinesis'],
  lorawan: ['iotwireless'],
  'mail-manager': ['ses'],
  'mail-manager-smtp': ['ses'],
  'memory-db': ['memorydb'],
  'metering-marketplace': ['aws-marketplace'],
  'models-v2-lex': ['lex'],
  monitoring: ['cloudwatch'],
  'neptune-graph-data': ['neptune-graph'],
  networkflowmonitorreports: ['networkflowmonitor'],
  notebook: ['sagemaker'],
  'oidc-eks': ['eks'],
  'partner-app': ['sagemaker'],
  'personalize-events': ['personalize'],
  'personalize-runtime': ['personalize'],
  pinpoint: ['mobiletargeting'],
  'pinpoint-sms-voice-v2': ['sms-voice'],
  'pipes-data': ['pipes'],
  'quicksight-website': ['quicksight'],
  'rum-dataplane': ['rum'],
  'runtime-medical-imaging': ['medical-imaging'],
  'runtime-v2-lex': ['lex'],
  // access points that run a function are asked at the same hosts
  s3: ['s3', 's3-object-lambda'],
  's3-global': ['s3'],
  'sagemaker.featurestore-runtime': ['sagemaker'],
  'service.user-subscriptions': ['user-subscriptions'],
  'servicecatalog-appregistry': ['servicecatalog'],
  'storage-omics': ['omics'],
  'streaming-rekognition': ['rekognition'],
  studio: ['sagemaker'],
  'sync-states': ['states'],
  tagging: ['tag'],
  'tags-omics': ['omics'],
  transcribestreaming: ['transcribe'],
  'workflows-omics': ['omics'],
}

const START = /^(?:com\.amazonaws|aws\.api|aws\.sagemaker)\.(?:(?:\{r\}|[a-z]{2,4}(?:-[a-z]+)+-\d)\.)?/

/**
 * The prefixes of the actions that an endpoint for a service carries: `com.amazonaws.eu-west-1.ecr.dkr` -> `ecr`, `com.amazonaws.eu-west-1.logs` -> `logs`.
 * The service is named in full, or as an endpoint names it without Region (`ecr.dkr`). None: nobody has told. A service that no list has stands under its
 * own name, which may be no prefix: ask `ActionCatalogue.prefixes`.
 */
export function servicePrefixesOf(service: string): readonly string[] {
  const name = service.replace(START, '').replaceAll(/[-.]fips(?=\.|$)/g, '')
  const first = name.split('.')[0]!
  return OTHERS[name] ?? OTHERS[first] ?? [first]
}
