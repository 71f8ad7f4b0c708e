/** How the names of endpoint services begin in a Region whose partition has words of its own, and for which services. */
interface Form {
  readonly prefix: string
  /** Interface services with that prefix, by what follows the Region; all other services begin with `com.amazonaws`. */
  readonly own: ReadonlySet<string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const CHINA = `
  application-autoscaling appmesh-envoy-management athena autoscaling awsconnector backup batch cassandra cloudcontrolapi cloudformation
  codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache elasticbeanstalk elasticfilesystem elasticfilesystem-fips
  emr-containers execute-api fsx imagebuilder iot.data kinesis-streams lambda license-manager monitoring rds redshift redshift-data s3
  sagemaker.api sagemaker.featurestore-runtime sagemaker.runtime securityhub servicecatalog sms sqs states sts sync-states synthetics
  transcribe.cn transcribestreaming transfer xray`

/**
 * Read with `describe-vpc-endpoint-services` in the Regions themselves; gateway endpoints begin with `com.amazonaws` everywhere.
 * Sources: aws-cdk pull requests 16139, 25333 and 36471; eksctl issue 2568; AWS Batch guide, interface endpoints. GovCloud has no prefix of its own.
 */
const FORMS: Readonly<Record<string, Form>> = {
  'cn-north-1': { prefix: 'cn.com.amazonaws', own: words(`${CHINA} iotsitewise.api iotsitewise.data`) },
  'cn-northwest-1': { prefix: 'cn.com.amazonaws', own: words(`${CHINA} account polly workspaces`) },
  'eusc-de-east-1': { prefix: 'eu.amazonaws', own: words('ecr.api ecr.dkr execute-api securityhub') },
}

/** Services that are known to begin with `com.amazonaws` in China; of what is in neither list nobody knows, since newer ones may have either form. */
const COMMON = words('dynamodb kms logs secretsmanager ssmmessages')

const NAME = /^(cn\.com\.amazonaws|eu\.amazonaws|com\.amazonaws)\.([a-z0-9-]+)\.(.+)$/

/** A service's name as the catalogue has it, `com.amazonaws.cn-north-1.ecr.api`, whatever its partition begins names with. */
export function commonServiceName(name: string): string {
  const [, prefix, region = '', rest = ''] = NAME.exec(name) ?? []
  if (prefix === undefined || prefix !== FORMS[region]?.prefix) return name
  return `com.amazonaws.${region}.${rest === 'transcribe.cn' ? 'transcribe' : rest}`
}

/** The name that AWS knows a service by for endpoints of a type, in the partition of its Region: each has one form. Names of which nobody knows stay. */
export function rightServiceName(name: string, type: 'interface' | 'gateway'): string {
  const [, prefix, region = '', given = ''] = NAME.exec(name) ?? []
  const form = FORMS[region]
  if (!form || prefix === undefined) return name
  const rest = given === 'transcribe' && form.own.has('transcribe.cn') ? 'transcribe.cn' : given
  const isOwn = type === 'interface' && form.own.has(rest)
  if (isOwn) return `${form.prefix}.${region}.${rest}`
  return type === 'gateway' || COMMON.has(rest) ? `com.amazonaws.${region}.${rest}` : name
}

/** Whether two names mean one service, whatever their partitions begin them with. */
export const isSameService = (one: string, other: string): boolean =>
  commonServiceName(one) === commonServiceName(other)
