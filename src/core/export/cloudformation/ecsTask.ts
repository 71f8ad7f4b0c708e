import { TASK_COMMAND, TASK_CPU, TASK_IMAGE, TASK_MEMORY } from '../aws/taskSettings.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import type { ResourcePrinters } from './resource.ts'
import { rolePropertiesOf } from './rolePropertiesOf.ts'
import { tagsOf } from './tagsOf.ts'

export const ecsTask: Pick<ResourcePrinters<'client'>, 'ecs-cluster' | 'ecs-role' | 'ecs-task' | 'ecs-service'> = {
  'ecs-cluster': (part) => ({ type: 'AWS::ECS::Cluster', properties: { Tags: tagsOf(part, 'strict') } }),
  'ecs-role': (part) => ({
    type: 'AWS::IAM::Role',
    properties: {
      ...rolePropertiesOf('ecs-tasks.amazonaws.com', 'AmazonECSTaskExecutionRolePolicy'),
      Tags: tagsOf(part, 'strict'),
    },
  }),
  'ecs-task': (part, stack) => ({
    type: 'AWS::ECS::TaskDefinition',
    properties: {
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      Cpu: TASK_CPU,
      Memory: TASK_MEMORY,
      ExecutionRoleArn: attributeOf(stack, part.role, 'Arn'),
      ContainerDefinitions: [{ Name: 'client', Image: TASK_IMAGE, Essential: true, Command: TASK_COMMAND }],
      Tags: tagsOf(part, 'strict'),
    },
  }),
  'ecs-service': (part, stack) => ({
    type: 'AWS::ECS::Service',
    properties: {
      Cluster: refTo(stack, part.cluster),
      TaskDefinition: refTo(stack, part.task),
      LaunchType: 'FARGATE',
      DesiredCount: part.starts ? { Ref: 'TaskCount' } : 0,
      // A task that cannot start fails the deployment within minutes, not after hours
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: [refTo(stack, part.interface.subnet)],
          SecurityGroups: part.interface.groups.map((key) => groupId(stack, key)),
          AssignPublicIp: part.interface.publicIp ? 'ENABLED' : 'DISABLED',
        },
      },
      Tags: tagsOf(part, 'strict'),
    },
  }),
}
