import { planEcsTask } from './planEcsTask.ts'
import { planInstance } from './planInstance.ts'
import { planLambda } from './planLambda.ts'
import { addRemark, type Planner } from './planning.ts'

const runtimes: { readonly [R in Parameters<typeof client>[0]['runtime']]: Planner<'client'> } = {
  ec2: planInstance,
  lambda: planLambda,
  ecs: planEcsTask,
}

/** An EC2 instance, a Lambda function, or an ECS service of one task on Fargate. */
export const client: Planner<'client'> = (construct, planning) => {
  if (construct.listens && construct.listens.length > 0) {
    const ports = construct.listens.map((one) => `${one.protocol} ${one.port}`).join(', ')
    addRemark(planning, construct, `nothing is installed on it that listens on ${ports}.`)
  }
  return runtimes[construct.runtime](construct, planning)
}
