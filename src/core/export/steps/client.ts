import { ecsTask } from './ecsTask.ts'
import { instance } from './instance.ts'
import { lambdaFunction } from './lambdaFunction.ts'
import type { StepsOf } from './line.ts'

export const client: StepsOf<'client'> = { ...instance, ...lambdaFunction, ...ecsTask }
