import { asFields, asRecords, peekText } from '../../fields.ts'
import type { Call } from './call.ts'
import { either, interfacesLike } from './conditions.ts'

/** What says who may call what. */
export const ACCESS_CALLS: readonly Call[] = [
  {
    key: 'RoleDetailList',
    commands: [
      'aws iam get-account-authorization-details --filter Role LocalManagedPolicy AWSManagedPolicy',
      'aws iam list-instance-profiles',
    ],
    why: 'what the roles of the clients may do; without it no call of theirs can be told',
    global: true,
    needed: either(
      (recordsOf) =>
        recordsOf('Reservations').some(({ value }) =>
          asRecords(value.Instances).some((one) => peekText(asFields(one.IamInstanceProfile).Arn) !== null),
        ),
      (recordsOf) => recordsOf('Functions').some(({ value }) => peekText(value.Role) !== null && 'VpcConfig' in value),
    ),
  },
  {
    key: 'Tasks',
    commands: ['aws ecs describe-tasks --cluster CLUSTER --tasks ARNS'],
    why: 'by which roles the tasks call AWS',
    needed: interfacesLike(/^arn:aws[\w-]*:ecs:/),
  },
  {
    key: 'TaskDefinitions',
    each: { of: 'Tasks', id: 'TaskDefinitionArn' },
    commands: ['aws ecs describe-task-definition --task-definition ID'],
    why: 'the role of the task',
  },
  {
    key: 'ResourcePolicies',
    each: { of: 'Buckets', id: 'Name', repeated: 'Bucket' },
    commands: ['aws s3api get-bucket-policy --bucket ID', 'aws s3api get-public-access-block --bucket ID'],
    why: 'who may do what with the bucket; without it the bucket is not drawn',
    global: true,
  },
]
