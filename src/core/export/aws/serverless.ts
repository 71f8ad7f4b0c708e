import type { PartOf } from '../plan/part.ts'
import { chosen, idOf, joined, PARTITION } from './value.ts'

/** A role that one AWS service takes on, with one managed policy of AWS's. */
export const serviceRole = (service: string, policy: string) => () => ({
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  },
  PolicyArn: joined('arn:', PARTITION, `:iam::aws:policy/${policy}`),
})

/** A Lambda function and its role. The code is each format's own to hand over. */
export const lambdaFunction = {
  'lambda-role': serviceRole('lambda.amazonaws.com', 'service-role/AWSLambdaVPCAccessExecutionRole'),
  'lambda-function': (part: PartOf<'lambda-function'>) => ({
    Runtime: 'python3.13',
    Handler: 'index.handler',
    Timeout: 30,
    Role: idOf(part.role),
    VpcConfig: {
      SubnetIds: part.subnets.map(idOf),
      SecurityGroupIds: part.groups.map(idOf),
      Ipv6AllowedForDualStack: part.ipv6,
    },
  }),
}

/** An ECS service of one task on Fargate: an image anyone may pull, that waits. */
export const ecsTask = {
  'ecs-cluster': () => ({}),
  'ecs-role': serviceRole('ecs-tasks.amazonaws.com', 'service-role/AmazonECSTaskExecutionRolePolicy'),
  'ecs-task': (part: PartOf<'ecs-task'>) => ({
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: idOf(part.role),
    taskRoleArn: part.taskRole === null ? undefined : idOf(part.taskRole),
    containerDefinitions: [
      {
        name: 'client',
        image: 'public.ecr.aws/amazonlinux/amazonlinux:2023',
        essential: true,
        command: ['sleep', 'infinity'],
      },
    ],
  }),
  'ecs-service': (part: PartOf<'ecs-service'>) => ({
    cluster: idOf(part.cluster),
    taskDefinition: idOf(part.task),
    launchType: 'FARGATE',
    desiredCount: part.starts ? chosen('TaskCount') : 0,
    // A task that cannot start fails the deployment within minutes, not after hours
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [idOf(part.interface.subnet)],
        securityGroups: part.interface.groups.map(idOf),
        assignPublicIp: part.interface.publicIp ? 'ENABLED' : 'DISABLED',
      },
    },
  }),
}
