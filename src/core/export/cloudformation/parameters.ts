import { CHOICES, type Choice } from '../aws/choices.ts'
import { idForm } from '../aws/idForms.ts'
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
