import { TASK_COMMAND, TASK_CPU, TASK_IMAGE, TASK_MEMORY } from '../aws/taskSettings.ts'
import { printCommand } from '../commands/command.ts'
import { expression, idOf, jsonWord } from '../commands/word.ts'
import { physicalName } from './physicalName.ts'
import { roleStep } from './roleStep.ts'
import { makeOnce, type StepPrinters } from './step.ts'
import { tagList } from './tagList.ts'

export const ecsTask: Pick<StepPrinters<'client'>, 'ecs-cluster' | 'ecs-role' | 'ecs-task' | 'ecs-service'> = {
  'ecs-role': roleStep('ecs-tasks.amazonaws.com', 'AmazonECSTaskExecutionRolePolicy'),
  'ecs-cluster': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        operation: 'ecs create-cluster',
        options: [
          ['--cluster-name', physicalName(part)],
          ['--tags', tagList(part, 'key', 'value')],
        ],
        query: 'cluster.clusterArn',
      }),
    remove: 'persist ClusterNotFoundException aws ecs delete-cluster --region "$region" --cluster "$id" >/dev/null',
  },
  'ecs-task': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        operation: 'ecs register-task-definition',
        options: [
          ['--family', physicalName(part)],
          ['--requires-compatibilities', 'FARGATE'],
          ['--network-mode', 'awsvpc'],
          ['--cpu', TASK_CPU],
          ['--memory', TASK_MEMORY],
          ['--execution-role-arn', idOf(part.role)],
          [
            '--container-definitions',
            jsonWord([{ name: 'client', image: TASK_IMAGE, essential: true, command: TASK_COMMAND }]),
          ],
          ['--tags', tagList(part, 'key', 'value')],
        ],
        query: 'taskDefinition.taskDefinitionArn',
      }),
    remove: 'aws ecs deregister-task-definition --region "$region" --task-definition "$id" >/dev/null',
  },
  'ecs-service': {
    create: (part, stack) => {
      const { subnet, groups, publicIp } = part.interface
      const network = {
        awsvpcConfiguration: {
          subnets: [{ piece: idOf(subnet) }],
          securityGroups: groups.map((key) => ({ piece: idOf(key) })),
          assignPublicIp: publicIp ? 'ENABLED' : 'DISABLED',
        },
      }
      const there = printCommand(stack, 'ecs describe-services', [
        ['--cluster', idOf(part.cluster)],
        ['--services', physicalName(part)],
        ['--query', "services[?status=='ACTIVE'].serviceArn"],
        ['--output', 'text'],
      ])
      return makeOnce(stack, part, {
        find: there,
        operation: 'ecs create-service',
        // The first service of an account waits for a role that AWS makes
        retryOn: 'InvalidParameterException',
        options: [
          ['--cluster', idOf(part.cluster)],
          ['--service-name', physicalName(part)],
          ['--task-definition', idOf(part.task)],
          ['--launch-type', 'FARGATE'],
          ['--desired-count', part.starts ? expression('"$tasks"') : '0'],
          ['--deployment-configuration', jsonWord({ deploymentCircuitBreaker: { enable: true, rollback: true } })],
          ['--network-configuration', jsonWord(network)],
          ['--tags', tagList(part, 'key', 'value')],
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
