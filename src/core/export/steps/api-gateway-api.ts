import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, persist, type StepsOf, tagMap } from './line.ts'

export const apiGatewayApi: StepsOf<'api-gateway-api'> = {
  api: {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: {
          call: call(stack, 'apigateway get-rest-apis', {}, [
            'items[?tags."hopwise:design"==\'',
            held('design'),
            '\' && tags."hopwise:id"==\'',
            part.key,
            "'].id",
          ]),
        },
        call: call(stack, 'apigateway create-rest-api', { ...settings, tags: tagMap(part, stack) }, 'id'),
      }),
    ],
    remove: [persist('NotFoundException', recordedCall('apigateway delete-rest-api', { restApiId: held('id') }))],
  },
}
