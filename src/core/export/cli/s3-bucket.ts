import { idOf } from '../aws/value.ts'
import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, printWord, regionWord } from '../commands/word.ts'
import { keyWord, makeOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

export const s3Bucket: StepsOf<'s3-bucket'> = {
  bucket: {
    create: (part, stack, { Bucket, PublicAccessBlockConfiguration }) => {
      const { BlockPublicAcls, IgnorePublicAcls, ...others } = PublicAccessBlockConfiguration
      // us-east-1 is where buckets go unless told otherwise, and the one Region that may not be told
      const region = regionWord(stack)
      const where = `constraint=()\nif [[ ${region} != us-east-1 ]]; then constraint=(--create-bucket-configuration "LocationConstraint="${region}); fi`
      return [
        makeOnce(stack, part, {
          find: `own_bucket ${region} ${printWord(stack, Bucket)} ${keyWord(part)}`,
          operation: 's3api create-bucket',
          before: [where],
          options: [['--bucket', Bucket, expression(`\${constraint[@]+"\${constraint[@]}"}`)]],
          query: ["'", Bucket, "'"],
        }),
        printCommand(stack, 's3api put-bucket-tagging', [
          ['--bucket', idOf(part.key)],
          ['--tagging', ['{"TagSet":', tagList(part, stack, 'Key', 'Value'), '}']],
        ]),
        printCommand(stack, 's3api put-public-access-block', [
          ['--bucket', idOf(part.key)],
          ...optionsOf({ PublicAccessBlockConfiguration: { BlockPublicAcls, IgnorePublicAcls, ...others } }),
        ]),
      ].join('\n')
    },
    remove:
      'if may_delete "$id"; then allow NoSuchBucket aws s3api delete-bucket --region "$region" --bucket "$id"; fi',
  },
}
