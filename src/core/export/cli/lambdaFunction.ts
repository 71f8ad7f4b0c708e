import { LAMBDA_RUNTIME } from '../aws/lambdaCode.ts'
import { printCommand } from '../commands/command.ts'
import { expression, idOf, jsonWord, printWord } from '../commands/word.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { tagText } from '../text/tagText.ts'
import { LAMBDA_ZIP } from './lambdaZip.ts'
import { physicalName } from './physicalName.ts'
import { roleStep } from './roleStep.ts'
import { makeOnce, type StepPrinters, tagNameOf } from './step.ts'

export const lambdaFunction: Pick<StepPrinters<'client'>, 'lambda-role' | 'lambda-function'> = {
  'lambda-role': roleStep('lambda.amazonaws.com', 'AWSLambdaVPCAccessExecutionRole'),
  'lambda-function': {
    create: (part, stack) => {
      const name = physicalName(part)
      const vpcConfig = {
        SubnetIds: part.subnets.map((key) => ({ piece: idOf(key) })),
        SecurityGroupIds: part.groups.map((key) => ({ piece: idOf(key) })),
        Ipv6AllowedForDualStack: part.ipv6,
      }
      return [
        makeOnce(stack, part, {
          find: `allow ResourceNotFoundException aws lambda get-function --region ${quoteShell(stack.regionCode)} --function-name ${printWord(stack, name)} --query Configuration.FunctionName --output text`,
          before: ['code=$(mktemp)', `printf %s ${LAMBDA_ZIP} | base64 --decode >"$code"`],
          operation: 'lambda create-function',
          // A new role is not known everywhere at once
          retryOn: 'InvalidParameterValueException',
          options: [
            ['--function-name', name],
            ['--runtime', LAMBDA_RUNTIME],
            ['--handler', 'index.handler'],
            ['--timeout', '30'],
            ['--role', idOf(part.role)],
            ['--zip-file', expression('"fileb://$code"')],
            ['--vpc-config', jsonWord(vpcConfig)],
            ['--tags', expression(`"$(tag_map ${part.key} ${quoteShell(tagText(tagNameOf(part)))})"`)],
          ],
          query: 'FunctionName',
        }),
        printCommand(stack, 'lambda wait function-active-v2', [['--function-name', idOf(part.key)]]),
      ].join('\n')
    },
    // Its network interfaces go some minutes later; until then subnets and groups are held
    remove: 'allow ResourceNotFoundException aws lambda delete-function --region "$region" --function-name "$id"',
  },
}
