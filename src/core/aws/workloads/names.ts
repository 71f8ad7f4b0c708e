import { bucket, type Need, regional } from './workload.ts'

type Name = Pick<Need, 'host' | 'service' | 'port' | 'home' | 'regions'>

const ecrApi = regional('ecr.api', 'api.ecr')
const ecrRegistry = regional('ecr.dkr', '{account}.dkr.ecr')
/** Where ECR keeps the layers of images. Source: Amazon ECR user guide, interface VPC endpoints. */
const layers = bucket('prod-{r}-starport-layer-bucket')

const COMMERCIAL = {
  codes: /^(?!cn-|us-gov-|us-iso|eusc-)/,
  words: 'outside of China, GovCloud and the European Sovereign Cloud',
}
const CHINA = { codes: /^cn-/, words: 'in China' }
const GOVCLOUD = { codes: /^us-gov-/, words: 'in GovCloud' }
/** IAM lives in one Region of each partition; only in the first has it an endpoint, which takes cross-Region access. Source: AWS PrivateLink guide, cross-Region enabled services. */
const iam: readonly Name[] = [
  { host: 'iam.amazonaws.com', service: 'com.amazonaws.iam', home: 'us-east-1', port: 443, regions: COMMERCIAL },
  { host: 'iam.cn-north-1.amazonaws.com.cn', service: null, port: 443, regions: CHINA },
  { host: 'iam.us-gov.amazonaws.com', service: null, port: 443, regions: GOVCLOUD },
]
/** Route 53 likewise. */
const route53: readonly Name[] = [
  {
    host: 'route53.amazonaws.com',
    service: 'com.amazonaws.route53',
    home: 'us-east-1',
    port: 443,
    regions: COMMERCIAL,
  },
  { host: 'route53.amazonaws.com.cn', service: null, port: 443, regions: CHINA },
  { host: 'route53.us-gov.amazonaws.com', service: null, port: 443, regions: GOVCLOUD },
]

/** Names that several workloads ask for. */
export const NAMES = {
  /** A bucket of one’s own: any name in the Region stands for all. */
  ownBucket: bucket('example-bucket'),
  ec2: regional('ec2'),
  sts: regional('sts'),
  kms: regional('kms'),
  logs: regional('logs'),
  monitoring: regional('monitoring'),
  secrets: regional('secretsmanager'),
  ssm: regional('ssm'),
  ssmMessages: regional('ssmmessages'),
  ec2Messages: regional('ec2messages'),
  sqs: regional('sqs'),
  dynamodb: regional('dynamodb'),
  /** Which many SDKs ask for first. Source: AWS SDKs and tools reference guide, account-based endpoints. */
  dynamodbOfAccount: { ...regional('dynamodb'), host: '{account}.ddb.{r}.amazonaws.com', regions: COMMERCIAL },
  xray: regional('xray'),
  ecrApi,
  ecrRegistry,
  /** What pulling an image from ECR asks for. */
  image: [ecrApi, ecrRegistry, layers],
  eks: regional('eks'),
  /** Of EKS Pod Identity: its name has the dual-stack suffix only. Source: EKS user guide, interface endpoints. */
  eksAuth: { ...regional('eks-auth'), host: 'eks-auth.{r}.api.aws' },
  iam,
  route53,
  /** Shield, which has no endpoint. */
  shield: { host: 'shield.us-east-1.amazonaws.com', service: null, port: 443, regions: COMMERCIAL },
} as const
