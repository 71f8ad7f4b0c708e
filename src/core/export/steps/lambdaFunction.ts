import { idOf } from '../aws/value.ts'
import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, physicalName, type StepsOf, silently, tagMap, waiter } from './line.ts'
import { role } from './role.ts'

export const lambdaFunction: Pick<StepsOf<'client'>, 'lambda-role' | 'lambda-function'> = {
  'lambda-role': role,
  'lambda-function': {
    create: (part, stack, { VpcConfig, ...settings }) => {
      const FunctionName = physicalName(part)
      return [
        makeOnce(stack, part, {
          find: {
            call: call(stack, 'lambda get-function', { FunctionName }, 'Configuration.FunctionName'),
            done: 'ResourceNotFoundException',
          },
          call: call(
            stack,
            'lambda create-function',
            { FunctionName, ...settings, ZipFile: { told: 'code' }, VpcConfig, Tags: tagMap(part, stack) },
            'FunctionName',
          ),
          // A new role is not known everywhere at once
          retryOn: 'InvalidParameterValueException',
        }),
        waiter(stack, 'lambda function-active-v2', { FunctionName: idOf(part.key) }),
      ]
    },
    // Its network interfaces go some minutes later; until then subnets and groups are held
    remove: [
      silently(recordedCall('lambda delete-function', { FunctionName: held('id') }), 'ResourceNotFoundException'),
    ],
  },
}
