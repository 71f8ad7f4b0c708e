import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import { declaredParameter } from '../../import/cloudformation/evaluate/readParameter.ts'
import { memberOf } from '../../import/cloudformation/template/section.ts'
import type { ParsedFile } from '../../import/parseFile.ts'
import { isItems, isMembers } from '../items/value.ts'
import type { Path } from '../text/openText.ts'
import type { TextChange } from '../text/textChange.ts'
import type { ReviseOption } from '../types.ts'
import type { Job } from './job.ts'
import type { Origin } from './origin.ts'

/** A change of where a value comes from. */
export interface OriginChange {
  readonly option: ReviseOption
  readonly file: string
  readonly name: string
  readonly change: TextChange
}

/** How the origin of a value would be changed, so that it comes to another one; null where it cannot. */
export function changeOrigin(job: Job, frame: Frame, origin: Origin, value: string | null): OriginChange | null {
  const written = job.editor.written()
  if (value === null || !written.tops.has(frame)) return null
  const { file } = frame.template
  const { name } = origin
  if (origin.kind === 'mapping') {
    const path = ['Mappings', name, ...origin.keys]
    return {
      option: { id: 'mapping', words: `In the mapping ${name}, for everything that asks it` },
      file,
      name,
      change: { kind: 'set', path, value },
    }
  }
  const declaration = memberOf(frame.template.parameters, name)
  const declared = declaredParameter(declaration)
  const given = written.given(frame)
  const old = Object.hasOwn(given, name) ? given[name]! : declared.default
  if (
    old === null ||
    declared.type.startsWith('AWS::SSM::') ||
    (declared.allowed.length > 0 && !declared.allowed.includes(value))
  )
    return null
  const now = origin.index === null ? value : replaced(old, origin.index, value)
  if (now === null) return null
  if (!Object.hasOwn(given, name))
    return {
      option: { id: 'parameter', words: `As the default of the parameter ${name}, for everything that uses it` },
      file,
      name,
      change: { kind: 'set', path: ['Parameters', name, 'Default'], value: asBefore(declaration, now) },
    }
  for (const one of written.parameterFiles) {
    const path = placeIn(one, name)
    if (path)
      return {
        option: { id: 'parameter', words: `In ${one.path}, for everything that uses the parameter ${name}` },
        file: one.path,
        name,
        change: { kind: 'set', path, value: now },
      }
  }
  return null
}

/** A number stays one. */
const asBefore = (declaration: unknown, value: string): string | number =>
  isMembers(declaration) && typeof declaration.Default === 'number' && String(Number(value)) === value
    ? Number(value)
    : value

/** A list with one item replaced. */
function replaced(list: string, index: number, value: string): string | null {
  const items = list.split(',').map((one) => one.trim())
  if (index >= items.length || value.includes(',')) return null
  return items.map((one, at) => (at === index ? value : one)).join(list.includes(', ') ? ', ' : ',')
}

/** Where a file of parameters says the value of one. */
function placeIn({ value }: ParsedFile, name: string): Path | null {
  const inList = (list: unknown, path: Path): Path | null => {
    const index = isItems(list) ? list.findIndex((one) => isMembers(one) && one.ParameterKey === name) : -1
    return index < 0 ? null : [...path, index, 'ParameterValue']
  }
  if (isItems(value)) return inList(value, [])
  if (!isMembers(value)) return null
  const { Parameters } = value
  if (isItems(Parameters)) return inList(Parameters, ['Parameters'])
  if (isMembers(Parameters)) return Object.hasOwn(Parameters, name) ? ['Parameters', name] : null
  return Object.hasOwn(value, name) ? [name] : null
}
