import type { Path } from './openText.ts'
import type { TextChange } from './textChange.ts'
import { isMap, type Plain } from './writeValue.ts'

/** What a template says once it is changed; undefined where it has no such place. */
export function changeValue(value: Plain | undefined, change: TextChange, path: Path = change.path): Plain | undefined {
  const [step, ...rest] = path
  if (step === undefined) {
    if (change.kind === 'set') return change.value
    if (change.kind === 'remove') return undefined
    return Array.isArray(value) || isNothing(value) ? [...((value ?? []) as Plain[]), change.value] : undefined
  }
  const isRemoved = change.kind === 'remove' && rest.length === 0
  if (typeof step === 'number') {
    if (!Array.isArray(value) || step >= value.length) return undefined
    if (isRemoved) return value.toSpliced(step, 1)
    const inside = changeValue(value[step], change, rest)
    return inside === undefined ? undefined : value.with(step, inside)
  }
  const members = isNothing(value) ? {} : value
  if (!isMap(members)) return undefined
  const { [step]: old, ...others } = members
  if (isRemoved) return old === undefined ? undefined : others
  const inside = changeValue(old, change, rest)
  return inside === undefined ? undefined : { ...members, [step]: inside }
}

const isNothing = (value: Plain | undefined): value is null | undefined => value === undefined || value === null
