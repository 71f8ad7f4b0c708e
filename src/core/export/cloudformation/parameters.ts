import { CHOICES, type Choice } from '../aws/choices.ts'
import type { Wanted } from '../plan/planning.ts'
import type { TreeObject } from './resource.ts'

const choice = (name: Choice, type: string, limits: TreeObject = {}): TreeObject => ({
  Type: type,
  Default: CHOICES[name].otherwise,
  ...limits,
  Description: CHOICES[name].description,
})
/** No default: a parameter that looks the newest image up would do so at every update, and replace every instance. */
const image = (name: Choice, system: string): TreeObject => ({
  Type: 'AWS::EC2::Image::Id',
  Description: `Image of ${system} instances. Another one replaces them. The newest: aws ssm get-parameter --name ${CHOICES[name].otherwise}`,
})

/** Parameters that resources may refer to; a template gets those that it uses. */
export const PARAMETERS: { readonly [C in Choice]: TreeObject } = {
  AmazonLinuxImage: image('AmazonLinuxImage', 'Linux'),
  WindowsImage: image('WindowsImage', 'Windows'),
  InstanceType: choice('InstanceType', 'String'),
  WindowsInstanceType: choice('WindowsInstanceType', 'String'),
  TaskCount: choice('TaskCount', 'Number', { MinValue: 0, MaxValue: 10 }),
}

/** The parameter that stands for a prefix list of AWS's, whose id CloudFormation cannot look up. */
export const managedListParameter = (listName: string): TreeObject => ({
  Type: 'String',
  AllowedPattern: '^pl-[0-9a-f]{8,17}$',
  ConstraintDescription: 'An id such as pl-63a5400a',
  Description: `Id of the prefix list ${listName} of AWS in this Region: aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=${listName}`,
})

/** How AWS's ids begin, by the type of what is named; others are any one word. */
const ID_FORMS: { readonly [N in NonNullable<Wanted['type']>]?: string } = {
  vpc: 'vpc-[0-9a-f]+',
  subnet: 'subnet-[0-9a-f]+',
  'security-group': 'sg-[0-9a-f]+',
  'prefix-list': 'pl-[0-9a-f]+',
  peering: 'pcx-[0-9a-f]+',
  'peering-acceptance': 'pcx-[0-9a-f]+',
  'peering-role': 'arn:[^:]+:iam::[0-9]{12}:role/.+',
  'transit-gateway': 'tgw-[0-9a-f]+',
  'transit-attachment': 'tgw-attach-[0-9a-f]+',
  'transit-peering': 'tgw-attach-[0-9a-f]+',
  'transit-peering-acceptance': 'tgw-attach-[0-9a-f]+',
  'vpn-attachment': 'tgw-attach-[0-9a-f]+',
  'interface-endpoint': 'vpce-[0-9a-f]+',
  'balancer-endpoint': 'vpce-[0-9a-f]+',
  'connection-acceptance': 'vpce-[0-9a-f]+',
  'firewall-endpoint': 'vpce-[0-9a-f]+',
  'endpoint-service': 'vpce-svc-[0-9a-f]+',
  'client-interface': 'eni-[0-9a-f]+',
  instance: 'i-[0-9a-f]+',
  'hosted-zone': '(/hostedzone/)?Z[A-Z0-9]+',
  'resolver-rule': 'rslvr-(rr|autodefined-rr)-[0-9a-z-]+',
  'filter-group': 'rslvr-frg-[0-9a-f]+',
  profile: 'rp-[0-9a-f]+',
  'resource-configuration': 'arn:[^:]+:vpc-lattice:.+',
  'service-network': 'arn:[^:]+:vpc-lattice:.+',
  'resource-gateway': '(arn:[^:]+:vpc-lattice:.+|rgw-[0-9a-z]+)',
  certificate: 'arn:[^:]+:(acm|iam):.+',
  'domain-list': 'rslvr-fdl-[0-9a-f]+',
  address: '[0-9a-fA-F.:]+',
  'domain-name': '(?!None$)[A-Za-z0-9*._-]+',
}

/** The parameter for an id that comes from another stack or from somebody. What needs it is left out while it is empty. */
export function givenParameter(what: string, type: Wanted['type']): TreeObject {
  const form = (type && ID_FORMS[type]) ?? '(?!None$)[!-~]+'
  return {
    Type: 'String',
    Default: '',
    AllowedPattern: `^(${form})?$`,
    ConstraintDescription: 'An id as AWS gives it, or nothing as long as it is not known',
    Description: `Id of ${what}`.slice(0, 4000),
  }
}
