import { plain } from '../../fields.ts'
import { outputOf } from '../functions/references.ts'
import { isUnknown, unknown } from '../isUnknown.ts'
import { isSection } from '../template/section.ts'
import { createContext } from './evaluateNode.ts'
import { findByName } from './findByName.ts'
import { ANYTHING, type Frame, NO_VALUE, type Value } from './frame.ts'
import { valueText } from './valueText.ts'
import { mayBeTogether } from './whereOf.ts'

/** What an import comes to: its name, and the same with what may differ replaced. */
export type FindExport = (name: Value, wild: Value, importer: Frame) => Value

/**
 * Finds what another template exports under a name, in the account and Region of the importer. Where none exports just that, its parameters and the
 * stack’s name may be others than here: the only export that is alike but for those is taken, and it is said.
 */
export function findExport(frames: readonly Frame[]): FindExport {
  const exports = frames.flatMap(exportsOf)
  const named = findByName(exports, ({ name }) => name())
  const alikeTo = findByName(exports, ({ wild }) => wild())
  return (name, wild, importer) => {
    const text = valueText(name)
    const pattern = valueText(wild)
    const isNear = (one: Exported) => mayBeTogether(one.frame, importer)
    const sameName = isUnknown(text) ? [] : named(text)
    const near = sameName.filter(isNear)
    const exact = near.find(isThere) ?? near[0]
    if (exact) return read(exact)
    const isTelling = typeof pattern === 'string' && /\w{2}/.test(pattern.replaceAll(ANYTHING, ' '))
    const alike = isTelling
      ? alikeTo(pattern).filter((one) => one.frame !== importer && isNear(one) && isThere(one))
      : []
    const asked = plain(isUnknown(text) ? String(pattern).replaceAll(ANYTHING, '…') : text, 100)
    const [only] = alike
    if (only && alike.length === 1) {
      importer.tell(
        'assumed',
        `The import “${asked}” is taken to be ${only.output} of ${only.frame.template.file}`,
        null,
      )
      return read(only)
    }
    const [far] = sameName
    if (far)
      return unknown(
        `${far.frame.template.file} exports “${asked}” in ${far.frame.region} of account ${far.frame.account}, and imports stay in theirs`,
      )
    return unknown(`no file exports ${isUnknown(text) ? `it: ${text.unknown}` : `“${asked}”`}`)
  }
}

const isThere = (one: Exported): boolean => one.isThere()
const read = ({ frame, output }: Exported): Value => outputOf(output, createContext(frame))

interface Exported {
  readonly frame: Frame
  readonly output: string
  /** Whether its condition lets it be. */
  isThere(): boolean
  name(): Value
  wild(): Value
}

function exportsOf(frame: Frame): readonly Exported[] {
  return Object.entries(frame.outputs()).flatMap(([output, node]): Exported[] => {
    const { Export, Condition } = isSection(node) ? node : {}
    if (!isSection(Export)) return []
    // its name may hang on an import itself, which then looks in vain
    const nameIn = (kind: string, wild: boolean) => () =>
      frame.world.once(`${frame.key} ${kind} ${output}`, output, (): Value => {
        const text = valueText(createContext(frame, { wild }).evaluate(Export.Name))
        return isUnknown(text) ? NO_VALUE : text
      })
    const isThere = () => typeof Condition !== 'string' || frame.condition(Condition) !== false
    return [{ frame, output, isThere, name: nameIn('export', false), wild: nameIn('wild', true) }]
  })
}
