import { type Option, printCommand } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { makeOnce, type StepPrinters } from './step.ts'
import { tagList } from './tagList.ts'

const BLOCK_ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

export const s3Bucket: StepPrinters<'s3-bucket'> = {
  bucket: {
    create: (part, stack) => {
      const { bucketName } = part.construct
      // us-east-1 is where buckets go unless told otherwise, and the one Region that may not be told
      const place: readonly Option[] =
        stack.regionCode === 'us-east-1'
          ? []
          : [['--create-bucket-configuration', jsonWord({ LocationConstraint: stack.regionCode })]]
      return [
        makeOnce(stack, part, {
          find: `own_bucket ${quoteShell(stack.regionCode)} ${quoteShell(bucketName)} ${part.key}`,
          operation: 's3api create-bucket',
          options: [['--bucket', bucketName], ...place],
          query: `'${bucketName.replaceAll("'", "\\'")}'`,
        }),
        printCommand(stack, 's3api put-bucket-tagging', [
          ['--bucket', idOf(part.key)],
          ['--tagging', ['{"TagSet":', tagList(part, 'Key', 'Value'), '}']],
        ]),
        printCommand(stack, 's3api put-public-access-block', [
          ['--bucket', idOf(part.key)],
          ['--public-access-block-configuration', jsonWord(BLOCK_ALL)],
        ]),
      ].join('\n')
    },
    remove:
      'if may_delete "$id"; then allow NoSuchBucket aws s3api delete-bucket --region "$region" --bucket "$id"; fi',
  },
}
