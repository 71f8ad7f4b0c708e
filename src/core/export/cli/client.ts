import { ecsTask } from './ecsTask.ts'
import { instance } from './instance.ts'
import { lambdaFunction } from './lambdaFunction.ts'
import type { StepPrinters } from './step.ts'

export const client: StepPrinters<'client'> = { ...instance, ...lambdaFunction, ...ecsTask }
