import { CHOICES, type Choice } from '../aws/choices.ts'
import { idForm } from '../aws/idForms.ts'
import type { ExistingPart, MaybePart } from '../plan/existing.ts'
import type { PartName } from '../plan/part.ts'
import type { Wanted } from '../plan/planning.ts'
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

/** Those of the parameters that name images. */
export const IMAGES = ['AmazonLinuxImage', 'WindowsImage'] as const satisfies readonly Choice[]

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

/** Types by which CloudFormation sees that the thing is there. */
const ID_TYPES: { readonly [N in PartName]?: string } = {
  vpc: 'AWS::EC2::VPC::Id',
  subnet: 'AWS::EC2::Subnet::Id',
  'security-group': 'AWS::EC2::SecurityGroup::Id',
  'hosted-zone': 'AWS::Route53::HostedZone::Id',
}

/** The parameter for the id of what is used instead of made. A type of AWS's own takes no empty value, and sees this account and Region only. */
export function existingParameter({ part, what, id, isHere }: ExistingPart): TreeObject {
  const type = isHere ? ID_TYPES[part] : undefined
  const form = idForm(part) ?? '(?!None$)[!-~]+'
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
  AllowedPattern: `^(${idForm(part) ?? '(?!None$)[!-~]+'})?$`,
  ConstraintDescription: 'An id as AWS gives it, or nothing',
  Description: `Id of ${what}, to use one that exists. Empty: it is made`.slice(0, 4000),
})

/** The parameter for an id that comes from another stack or from somebody. What needs it is left out while it is empty. */
export function givenParameter(what: string, type: Wanted['type']): TreeObject {
  return {
    Type: 'String',
    Default: '',
    AllowedPattern: `^(${idForm(type) ?? '(?!None$)[!-~]+'})?$`,
    ConstraintDescription: 'An id as AWS gives it, or nothing as long as it is not known',
    Description: `Id of ${what}`.slice(0, 4000),
  }
}
