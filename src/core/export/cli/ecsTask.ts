import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression } from '../commands/word.ts'
import { physicalName } from './physicalName.ts'
import { role } from './role.ts'
import { makeOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

export const ecsTask: Pick<StepsOf<'client'>, 'ecs-cluster' | 'ecs-role' | 'ecs-task' | 'ecs-service'> = {
  'ecs-role': role,
  'ecs-cluster': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        operation: 'ecs create-cluster',
        options: [
          ['--cluster-name', physicalName(part)],
          ['--tags', tagList(part, stack, 'key', 'value')],
        ],
        query: 'cluster.clusterArn',
      }),
    remove: 'persist ClusterNotFoundException aws ecs delete-cluster --region "$region" --cluster "$id" >/dev/null',
  },
  'ecs-task': {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        operation: 'ecs register-task-definition',
        options: [
          ...optionsOf({ family: physicalName(part), ...settings }),
          ['--tags', tagList(part, stack, 'key', 'value')],
        ],
        query: 'taskDefinition.taskDefinitionArn',
      }),
    remove: 'aws ecs deregister-task-definition --region "$region" --task-definition "$id" >/dev/null',
  },
  'ecs-service': {
    create: (part, stack, { cluster, ...settings }) => {
      const serviceName = physicalName(part)
      const there = printCommand(stack, 'ecs describe-services', [
        ...optionsOf({ cluster, services: serviceName }),
        ['--query', "services[?status=='ACTIVE'].serviceArn"],
        ['--output', 'text'],
      ])
      const desiredCount = part.starts ? expression('"$tasks"') : 0
      return makeOnce(stack, part, {
        find: there,
        operation: 'ecs create-service',
        // The first service of an account waits for a role that AWS makes
        retryOn: 'InvalidParameterException',
        options: [
          ...optionsOf({ cluster, serviceName, ...settings, desiredCount }),
          ['--tags', tagList(part, stack, 'key', 'value')],
        ],
        query: 'service.serviceArn',
      })
    },
    remove: [
      'cluster=$(cut -d / -f 2 <<<"$id")',
      'allow \'ServiceNotFoundException|ClusterNotFoundException|ServiceNotActiveException\' aws ecs delete-service --region "$region" --cluster "$cluster" --service "$last" --force >/dev/null',
      'aws ecs wait services-inactive --region "$region" --cluster "$cluster" --services "$last"',
    ].join('\n'),
  },
}
