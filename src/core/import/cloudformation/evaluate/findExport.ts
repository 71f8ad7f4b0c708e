import { plain } from '../../fields.ts'
import { outputOf } from '../functions/references.ts'
import { isUnknown, unknown } from '../isUnknown.ts'
import { isSection } from '../template/section.ts'
import { createContext } from './evaluateNode.ts'
import { ANYTHING, type Frame, NO_VALUE, type Value } from './frame.ts'
import { valueText } from './valueText.ts'

/**
 * What another template exports under a name. Where none exports just that, its parameters and the stack’s name may be others than here: the only
 * export that is alike but for those is taken, and it is said.
 */
export function findExport(frames: readonly Frame[], name: Value, wild: Value, importer: Frame): Value {
  const text = valueText(name)
  const pattern = valueText(wild)
  const exports = frames.flatMap((frame) => exportsOf(frame))
  const read = ({ frame, output }: Exported) => outputOf(output, createContext(frame))
  const exact = isUnknown(text) ? undefined : exports.find((one) => one.name === text)
  if (exact) return read(exact)
  const alike = exports.filter(
    (one) => one.frame !== importer && one.wild === pattern && /\w{2}/.test(one.wild.replaceAll(ANYTHING, ' ')),
  )
  const [only] = alike
  if (only && alike.length === 1) {
    const asked = plain(isUnknown(text) ? String(pattern).replaceAll(ANYTHING, '…') : text, 100)
    importer.tell('assumed', `The import “${asked}” is taken to be ${only.output} of ${only.frame.template.file}`, null)
    return read(only)
  }
  return unknown(`no file exports ${isUnknown(text) ? `it: ${text.unknown}` : `“${plain(text, 100)}”`}`)
}

interface Exported {
  readonly frame: Frame
  readonly output: string
  readonly name: Value
  readonly wild: string
}

function exportsOf(frame: Frame): readonly Exported[] {
  return Object.entries(frame.outputs()).flatMap(([output, node]): Exported[] => {
    const { Export } = isSection(node) ? node : {}
    if (!isSection(Export)) return []
    // its name may hang on an import itself, which then looks in vain
    const name = frame.world.once(`${frame.key} export ${output}`, output, (): Value => {
      const text = valueText(createContext(frame).evaluate(Export.Name))
      return isUnknown(text) ? NO_VALUE : text
    })
    const wild = frame.world.once(`${frame.key} wild ${output}`, output, (): Value => {
      const text = valueText(createContext(frame, { wild: true }).evaluate(Export.Name))
      return isUnknown(text) ? NO_VALUE : text
    })
    return [{ frame, output, name, wild: typeof wild === 'string' ? wild : '' }]
  })
}
