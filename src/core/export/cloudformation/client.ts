import { ecsTask } from './ecsTask.ts'
import { instance } from './instance.ts'
import { lambdaFunction } from './lambdaFunction.ts'
import type { ResourcePrinters } from './resource.ts'

export const client: ResourcePrinters<'client'> = { ...instance, ...lambdaFunction, ...ecsTask }
