import * as z from 'zod/mini'
import type { DeepReadonly } from '../base/deepReadonly.ts'
import { plainText } from './kinds/common.ts'

/** More than this many files, and characters of one, are not kept. */
export const MOST_SOURCE_FILES = 200
export const MOST_SOURCE_TEXT = 4 * 1024 * 1024
export const MOST_SOURCE_VALUE = 8192
/** What the design was made of, letter by letter, so that it can be changed in place. */
export const designSource = z.strictObject({
  kind: z.literal('cloudformation'),
  /** Templates, and the files of parameters that were used. */
  files: z
    .array(
      z.strictObject({
        path: plainText(1000),
        /** As it stands in the file, with a byte order mark where it has one. */
        text: z.string().check(z.maxLength(MOST_SOURCE_TEXT)),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_SOURCE_FILES)),
  /** Values that were given beside the files, by the names of parameters, or as `network.yaml:Name`. */
  parameters: z._default(
    z.record(z.string().check(z.maxLength(1300)), z.string().check(z.maxLength(MOST_SOURCE_VALUE))),
    {},
  ),
  /** What AWS calls what the files made, as they say it: its id -> a construct, or an interface of one; requests may name it so. */
  ids: z.optional(z.record(z.string().check(z.maxLength(2048)), z.string().check(z.maxLength(255)))),
  /** A hash of the constructs that the files came to: where it is another now, they are read in another way than then. */
  reading: z.string().check(z.regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits')),
})

export type DesignSource = DeepReadonly<z.infer<typeof designSource>>
