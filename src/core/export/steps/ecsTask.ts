import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { helper, makeOnce, persist, physicalName, run, type StepsOf, tagList } from './line.ts'
import { role } from './role.ts'

export const ecsTask: Pick<StepsOf<'client'>, 'ecs-cluster' | 'ecs-role' | 'ecs-task' | 'ecs-service'> = {
  'ecs-role': role,
  'ecs-cluster': {
    create: (part, stack) => [
      makeOnce(stack, part, {
        call: call(
          stack,
          'ecs create-cluster',
          { clusterName: physicalName(part), tags: tagList(part, stack, 'key value') },
          'cluster.clusterArn',
        ),
      }),
    ],
    remove: [persist('ClusterNotFoundException', recordedCall('ecs delete-cluster', { cluster: held('id') }))],
  },
  'ecs-task': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        call: call(
          stack,
          'ecs register-task-definition',
          { family: physicalName(part), ...settings, tags: tagList(part, stack, 'key value') },
          'taskDefinition.taskDefinitionArn',
        ),
      }),
    ],
    remove: [run(recordedCall('ecs deregister-task-definition', { taskDefinition: held('id') }))],
  },
  'ecs-service': {
    create: (part, stack, { cluster, ...settings }) => {
      const serviceName = physicalName(part)
      const desiredCount = part.starts ? held('tasks') : 0
      return [
        makeOnce(stack, part, {
          find: {
            call: call(
              stack,
              'ecs describe-services',
              { cluster, services: [serviceName] },
              "services[?status=='ACTIVE'].serviceArn",
            ),
          },
          call: call(
            stack,
            'ecs create-service',
            { cluster, serviceName, ...settings, desiredCount, tags: tagList(part, stack, 'key value') },
            'service.serviceArn',
          ),
          // The first service of an account waits for a role that AWS makes
          retryOn: 'InvalidParameterException',
        }),
      ]
    },
    remove: [helper('remove_task_service', held('region'), held('id'))],
  },
}
