import { strFromU8 } from 'fflate'
import { fromBase64 } from '../../base/base64.ts'
import { messageOf } from '../../base/messageOf.ts'
import type { Design } from '../../model/design.ts'
import { MOST_CHARACTERS, parseDesign } from '../../model/parse/parseDesign.ts'
import { inflateUpTo } from '../archive/inflateUpTo.ts'

/** The design that an export has written as one word into a template, or a sentence that says why it is none. */
export function unpackDesign(word: string): Design | string {
  const bytes = fromBase64(word)
  if (bytes === null) return 'it is no base64'
  let inflated: Uint8Array | null
  try {
    inflated = inflateUpTo(bytes, MOST_CHARACTERS)
  } catch (error) {
    return `it cannot be unpacked (${messageOf(error)})`
  }
  if (inflated === null) return 'it is larger than a design may be'
  const result = parseDesign(strFromU8(inflated))
  return result.ok ? result.design : `${result.problems[0].path} ${result.problems[0].message}`.trim()
}
