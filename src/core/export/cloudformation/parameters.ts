import { CHOICES, type Choice } from '../aws/choices.ts'
import type { TreeObject } from './resource.ts'

const choice = (name: Choice, type: string, limits: TreeObject = {}): TreeObject => ({
  Type: type,
  Default: CHOICES[name].otherwise,
  ...limits,
  Description: CHOICES[name].description,
})
const IMAGE = 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'

/** Parameters that resources may refer to; a template gets those that it uses. */
export const PARAMETERS: { readonly [C in Choice]: TreeObject } = {
  AmazonLinuxImage: choice('AmazonLinuxImage', IMAGE),
  WindowsImage: choice('WindowsImage', IMAGE),
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

/** The parameter for an id that comes from another stack or from somebody. What needs it is left out while it is empty. */
export const givenParameter = (what: string): TreeObject => ({
  Type: 'String',
  Default: '',
  Description: `Id of ${what}`.slice(0, 4000),
})
