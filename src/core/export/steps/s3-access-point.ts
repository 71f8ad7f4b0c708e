import { asText, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, run, type StepsOf, silently } from './line.ts'
import { waitsForRole } from './waitsForRole.ts'

export const s3AccessPoint: StepsOf<'s3-access-point'> = {
  'access-point': {
    create: (part, stack, { Policy, ...settings }) => {
      const named = { AccountId: held('account'), Name: settings.Name }
      return [
        makeOnce(stack, part, {
          call: call(stack, 's3control create-access-point', { ...named, ...settings }, 'AccessPointArn'),
        }),
        ...(Policy === undefined
          ? []
          : [
              {
                ...silently(call(stack, 's3control put-access-point-policy', { ...named, Policy: asText(Policy) })),
                ...waitsForRole(part, stack, 'MalformedPolicy'),
              },
            ]),
      ]
    },
    remove: [
      run(
        recordedCall('s3control delete-access-point', { AccountId: held('account'), Name: held('last') }),
        'NoSuchAccessPoint',
      ),
    ],
  },
}
