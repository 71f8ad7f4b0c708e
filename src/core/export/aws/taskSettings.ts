/** The container of an exported ECS task: an image anyone may pull, that waits. */
export const TASK_IMAGE = 'public.ecr.aws/amazonlinux/amazonlinux:2023'
export const TASK_COMMAND = ['sleep', 'infinity'] as const
export const TASK_CPU = '256'
export const TASK_MEMORY = '512'
