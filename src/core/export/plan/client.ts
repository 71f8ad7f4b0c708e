import { planEcsTask } from './planEcsTask.ts'
import { planInstance } from './planInstance.ts'
import { planLambda } from './planLambda.ts'
import { addRemark, type Planner } from './planning.ts'

/** A pod is what its cluster makes it, which is not drawn. */
const byItsCluster: Planner<'client'> = (construct, planning) => {
  addRemark(planning, construct, 'it is a pod: deploy it by its cluster, which is not drawn.')
  return []
}

/** An interface that another service of AWS made: that service is set up with more than a network says of it. */
const notDeployed: Planner<'client'> = (construct, planning) => {
  addRemark(
    planning,
    construct,
    'it is an interface of another service, which has settings that are not drawn. It is not deployed; make it by hand.',
  )
  return []
}

const runtimes: { readonly [R in Parameters<typeof client>[0]['runtime']]: Planner<'client'> } = {
  ec2: planInstance,
  lambda: planLambda,
  ecs: planEcsTask,
  eks: byItsCluster,
  database: notDeployed,
  other: notDeployed,
}

/** An EC2 instance, a Lambda function, or an ECS service of one task on Fargate. */
export const client: Planner<'client'> = (construct, planning) => {
  const isDeployed = ![notDeployed, byItsCluster].includes(runtimes[construct.runtime])
  if (isDeployed && construct.listens && construct.listens.length > 0) {
    const ports = construct.listens.map((one) => `${one.protocol} ${one.port}`).join(', ')
    addRemark(planning, construct, `nothing is installed on it that listens on ${ports}.`)
  }
  return runtimes[construct.runtime](construct, planning)
}
