import { CHOICES, type Choice } from '../aws/choices.ts'
import type { ExistingPart, MaybePart } from '../plan/existing.ts'
import type { PartName } from '../plan/part.ts'
import { VARIABLE_FORMS, type Variable } from '../plan/variables.ts'
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

/** The parameter for what differs between environments; what is drawn is its default. */
export function variableParameter({ kind, drawn, what, of, within }: Variable): TreeObject {
  const [pattern, words] = VARIABLE_FORMS[kind]
  const follows = kind === 'block' && (of !== null || within !== null) ? '. Rules and routes to it follow' : ''
  return {
    Type: 'String',
    Default: drawn,
    MinLength: 1,
    AllowedPattern: `^${pattern}$`,
    ConstraintDescription: words,
    Description: `${what}${follows}`.slice(0, 4000),
  }
}

/** The parameter that stands for a prefix list of AWS's, whose id CloudFormation cannot look up. */
export const managedListParameter = (listName: string): TreeObject => ({
  Type: 'String',
  AllowedPattern: '^pl-[0-9a-f]{8,17}$',
  ConstraintDescription: 'An id such as pl-63a5400a',
  Description: `Id of the prefix list ${listName} of AWS in this Region: aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=${listName}`,
})

/** How AWS's ids begin, by the part that is named; others are any one word. */
const ID_FORMS: { readonly [N in PartName]?: string } = {
  vpc: 'vpc-[0-9a-f]+',
  subnet: 'subnet-[0-9a-f]+',
  'security-group': 'sg-[0-9a-f]+',
  'route-table': 'rtb-[0-9a-f]+',
  'network-acl': 'acl-[0-9a-f]+',
  'internet-gateway': 'igw-[0-9a-f]+',
  'egress-only-gateway': 'eigw-[0-9a-f]+',
  'nat-gateway': 'nat-[0-9a-f]+',
  'vpn-gateway': 'vgw-[0-9a-f]+',
  'customer-gateway': 'cgw-[0-9a-f]+',
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
}
/** The same by what is asked for, where no part here is named. */
const WANTED_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^ARN of/, 'arn:.+'],
  [/^VPC /, 'vpc-[0-9a-f]+'],
  [/^Transit gateway (attachment|peering)/, 'tgw-attach-[0-9a-f]+'],
  [/^Transit gateway /, 'tgw-[0-9a-f]+'],
  [/^the domain list/, 'rslvr-fdl-[0-9a-f]+'],
]

/** Types by which CloudFormation sees that the thing is there. */
const ID_TYPES: { readonly [N in PartName]?: string } = {
  vpc: 'AWS::EC2::VPC::Id',
  subnet: 'AWS::EC2::Subnet::Id',
  'security-group': 'AWS::EC2::SecurityGroup::Id',
  'hosted-zone': 'AWS::Route53::HostedZone::Id',
}

/** The parameter for the id of what is used instead of made. A type of AWS's own takes no empty value, and sees this account and Region only. */
export function existingParameter(what: string, { part, id, isHere }: ExistingPart): TreeObject {
  const type = isHere ? ID_TYPES[part] : undefined
  const form = ID_FORMS[part] ?? '(?!None$)[!-~]+'
  return {
    Type: type ?? 'String',
    ...(id !== '' && { Default: id }),
    ...(type === undefined && {
      MinLength: 1,
      AllowedPattern: `^${form}$`,
      ConstraintDescription: 'An id as AWS gives it',
    }),
    Description: `Id of ${what}, which is used and not made`.slice(0, 4000),
  }
}

/** The parameter for the id of what is made as long as none is given. */
export const maybeParameter = ({ part, what }: MaybePart): TreeObject => ({
  Type: 'String',
  Default: '',
  AllowedPattern: `^(${ID_FORMS[part] ?? '(?!None$)[!-~]+'})?$`,
  ConstraintDescription: 'An id as AWS gives it, or nothing',
  Description: `Id of ${what}, to use one that exists. Empty: it is made`.slice(0, 4000),
})

/** The parameter for an id that comes from another stack or from somebody. What needs it is left out while it is empty. */
export function givenParameter(what: string, part: PartName | null): TreeObject {
  const form = (part && ID_FORMS[part]) ?? WANTED_FORMS.find(([words]) => words.test(what))?.[1] ?? '(?!None$)[!-~]+'
  return {
    Type: 'String',
    Default: '',
    AllowedPattern: `^(${form})?$`,
    ConstraintDescription: 'An id as AWS gives it, or nothing as long as it is not known',
    Description: `Id of ${what}`.slice(0, 4000),
  }
}
