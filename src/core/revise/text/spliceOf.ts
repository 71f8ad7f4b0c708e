import { isMap, isSeq } from 'yaml'
import { addition } from './addition.ts'
import { findAt, type OpenText } from './openText.ts'
import { isEmpty, type Splice } from './regionOf.ts'
import { removal } from './removal.ts'
import { replacement } from './replacement.ts'
import type { TextChange } from './textChange.ts'

/** Where and how a text is to be changed; null where it has no such place. */
export function spliceOf(open: OpenText, change: TextChange): Splice | null {
  const { kind, path } = change
  const found = findAt(open, path)
  if (kind === 'remove') {
    const holder = findAt(open, path.slice(0, -1))
    return found && holder && path.length > 0 ? removal(open, found, holder) : null
  }
  if (kind === 'append') {
    if (!found || isEmpty(found.node)) return spliceOf(open, { kind: 'set', path, value: [change.value] })
    return isSeq(found.node) ? addition(open, found, null, change.value) : null
  }
  if (found) return replacement(open, found, change.value)
  const last = path.at(-1)
  if (last === undefined || typeof last === 'number') return null
  const holder = findAt(open, path.slice(0, -1))
  // what leads there comes with it
  if (!holder || isEmpty(holder.node))
    return spliceOf(open, { kind: 'set', path: path.slice(0, -1), value: { [last]: change.value } })
  return isMap(holder.node) ? addition(open, holder, last, change.value) : null
}
