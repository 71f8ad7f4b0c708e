import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import { idOf } from '../aws/value.ts'
import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, printWord, regionWord } from '../commands/word.ts'
import { physicalName } from './physicalName.ts'
import { role } from './role.ts'
import { makeOnce, type StepsOf } from './step.ts'
import { tagMap } from './tagList.ts'

export const lambdaFunction: Pick<StepsOf<'client'>, 'lambda-role' | 'lambda-function'> = {
  'lambda-role': role,
  'lambda-function': {
    create: (part, stack, { VpcConfig, ...settings }) => {
      const FunctionName = physicalName(part)
      const ZipFile = expression('"fileb://$code"')
      return [
        makeOnce(stack, part, {
          find: `allow ResourceNotFoundException aws lambda get-function --region ${regionWord(stack)} --function-name ${printWord(stack, FunctionName)} --query Configuration.FunctionName --output text`,
          before: ['code=$(mktemp)', `printf %s ${LAMBDA_ZIP} | base64 --decode >"$code"`],
          operation: 'lambda create-function',
          // A new role is not known everywhere at once
          retryOn: 'InvalidParameterValueException',
          options: [...optionsOf({ FunctionName, ...settings, ZipFile, VpcConfig }), ['--tags', tagMap(part, stack)]],
          query: 'FunctionName',
        }),
        printCommand(stack, 'lambda wait function-active-v2', [['--function-name', idOf(part.key)]]),
      ].join('\n')
    },
    // Its network interfaces go some minutes later; until then subnets and groups are held
    remove: 'allow ResourceNotFoundException aws lambda delete-function --region "$region" --function-name "$id"',
  },
}
