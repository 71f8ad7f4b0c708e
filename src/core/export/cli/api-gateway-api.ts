import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression } from '../commands/word.ts'
import { makeOnce, type StepsOf } from './step.ts'
import { tagMap } from './tagList.ts'

export const apiGatewayApi: StepsOf<'api-gateway-api'> = {
  api: {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: printCommand(stack, 'apigateway get-rest-apis', [
          [
            '--query',
            [
              'items[?tags."hopwise:design"==\'',
              expression('"$design"'),
              '\' && tags."hopwise:id"==\'',
              part.key,
              "'].id",
            ],
          ],
          ['--output', 'text'],
        ]),
        operation: 'apigateway create-rest-api',
        options: [...optionsOf(settings), ['--tags', tagMap(part, stack)]],
        query: 'id',
      }),
    remove: 'persist NotFoundException aws apigateway delete-rest-api --region "$region" --rest-api-id "$id"',
  },
}
