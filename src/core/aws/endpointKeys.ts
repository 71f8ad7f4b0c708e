/** Condition keys of the endpoint that a call came through, as far as not every service says them. */
export type EndpointKey = 'aws:SourceVpcArn' | 'aws:VpceAccount' | 'aws:VpceOrgID' | 'aws:VpceOrgPaths'

/** Condition keys, in small letters, that a request carries only where it came through an endpoint. Source: IAM guide, global condition context keys, properties of the network. */
export const ENDPOINT_KEYS: ReadonlySet<string> = new Set([
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
])

/** Services that say all four, by the prefix of their actions. */
const ALL =
  'acm-pca apprunner applicationinsights athena cloudformation comprehendmedical compute-optimizer datasync discovery ebs ecr ecs firehose healthlake iam iotfleetwise iotwireless kinesisanalytics kms lambda medical-imaging omics payment-cryptography polly rbin rekognition route53 s3 scheduler servicediscovery servicequotas ssm-contacts storagegateway textract transcribe transfer'
const ACCOUNT = `${ALL} dynamodb gamelift shield`
const SAID_BY: Readonly<Record<EndpointKey, ReadonlySet<string>>> = {
  'aws:SourceVpcArn': new Set(ALL.split(' ')),
  'aws:VpceAccount': new Set(ACCOUNT.split(' ')),
  'aws:VpceOrgPaths': new Set(ACCOUNT.split(' ')),
  'aws:VpceOrgID': new Set(
    `${ACCOUNT} b2bi cassandra cognito-identity dms ds-data identitystore iottwinmaker network-firewall pricing ses sms-voice sqs workmail`.split(
      ' ',
    ),
  ),
}

/** STS is in no list, and a page of its own says it of these. Source: IAM guide, VPC condition keys to control federated access. */
const FEDERATED = new Set(['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'])

/**
 * Whether a service is known to say a key of the endpoint. Those that are not listed may have come to say it since, and the guide warns of relying on
 * it (“a select set of AWS services”). Source: IAM guide, global condition context keys, properties of the network, “the following services support
 * this key” (2026); `iam:PassRole` is left out there.
 */
export function saysEndpointKey(key: EndpointKey, action: string): boolean {
  const name = action.toLowerCase()
  if (key === 'aws:SourceVpcArn' && FEDERATED.has(name)) return true
  return SAID_BY[key].has(name.slice(0, name.indexOf(':'))) && name !== 'iam:passrole'
}
