/** What a person may choose when deploying, and what holds otherwise. Images are public SSM parameters that hold an image's id. */
export const CHOICES = {
  AmazonLinuxImage: {
    otherwise: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    description: 'Public SSM parameter that holds the image of Linux instances',
  },
  WindowsImage: {
    otherwise: '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
    description: 'Public SSM parameter that holds the image of Windows instances',
  },
  InstanceType: { otherwise: 't3.micro', description: 'Size of Linux instances' },
  WindowsInstanceType: { otherwise: 't3.medium', description: 'Size of Windows instances' },
  TaskCount: {
    otherwise: 1,
    description: 'Running copies of each ECS task. 0 where the task has no way to its image',
  },
} as const

export type Choice = keyof typeof CHOICES

/** Names that no part may have. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(Object.keys(CHOICES))
