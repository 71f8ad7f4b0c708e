import { contentOf } from '../../import/cloudformation/template/contentOf.ts'
import { changeValue } from './changeValue.ts'
import { type OpenText, openText } from './openText.ts'
import type { Splice } from './regionOf.ts'
import { spliceOf } from './spliceOf.ts'
import type { TextChange } from './textChange.ts'

/**
 * The text with the change in it, every other byte as before. Null where it cannot be made without another place of the template saying something
 * else than it did: where an alias repeats it, say, or it comes from a key that is merged.
 */
export function changeText(before: OpenText, change: TextChange): OpenText | null {
  const value = changeValue(before.value, change)
  const splice = value === undefined ? null : spliceOf(before, change)
  const after = splice && openText(spliced(before.text, splice))
  return after && contentOf(after.value) === contentOf(value) ? after : null
}

const spliced = (text: string, { start, end, text: put }: Splice): string =>
  text.slice(0, start) + put + text.slice(end)
