import type { TreeObject } from './resource.ts'

/** Parameters that resources may refer to; a template gets those that it uses. */
export const PARAMETERS = {
  AmazonLinuxImage: {
    Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
    Default: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    Description: 'Public SSM parameter that holds the image of Linux instances',
  },
  WindowsImage: {
    Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
    Default: '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
    Description: 'Public SSM parameter that holds the image of Windows instances',
  },
  InstanceType: { Type: 'String', Default: 't3.micro', Description: 'Size of Linux instances' },
  WindowsInstanceType: { Type: 'String', Default: 't3.medium', Description: 'Size of Windows instances' },
  TaskCount: {
    Type: 'Number',
    Default: 1,
    MinValue: 0,
    MaxValue: 10,
    Description: 'Running copies of each ECS task. 0 where the task has no way to its image',
  },
} as const satisfies { readonly [name: string]: TreeObject }

/** Names that no resource may have. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(Object.keys(PARAMETERS))

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
