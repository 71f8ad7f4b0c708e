import { isLoop } from '../../import/cloudformation/evaluate/expandLoops.ts'
import { transformIn } from '../../import/cloudformation/functions/transformIn.ts'
import { asSection, memberOf } from '../../import/cloudformation/template/section.ts'
import { globOf, matcherOf } from '../../policy/language/glob.ts'
import type { WrittenItem } from '../items/item.ts'
import type { Written } from '../items/openWritten.ts'

/** Where a template has something, as a person looks for it: `net.yaml, line 12`. */
export function standsAt(written: Written, { frame, logicalId }: WrittenItem, key = logicalId): string {
  const { file } = frame.template
  const line = written.template(file).lines.get(`Resources/${key}`)
  return line === undefined ? file : `${file}, line ${line}`
}

/** Why a resource stands nowhere by itself, and what a person can do: a clause. */
export function madeBy(written: Written, item: WrittenItem): string {
  const { frame, logicalId } = item
  const { file } = frame.template
  const { resources } = written.template(file)
  const uses = written.frames.filter(({ template }) => template.file === file).length
  if (uses > 1)
    return `${uses} stacks are made of ${file}, and a change there would change all of them: hand it a parameter`
  const raw = asSection(memberOf(resources, logicalId))
  if (typeof raw.Type === 'string')
    return `it is ${raw.Type} there (${standsAt(written, item)}), which a transform makes others of: change it by hand`
  const loops = Object.keys(resources).filter((name) => isLoop(name) && makes(resources[name], logicalId))
  const [loop] = loops
  if (loop !== undefined && loops.length === 1)
    return `the loop ${loop} makes it (${standsAt(written, item, loop)}): change what it repeats, its list, or a mapping that it asks, by hand`
  const transform = resources['Fn::Transform']
  return transform === undefined
    ? `a loop or a transform makes it (${file}): change these by hand`
    : `${transformIn(transform)} puts it there (${standsAt(written, item, 'Fn::Transform')}): change that by hand`
}

/** Whether a loop, or one in it, may make a resource of that id. */
function makes(loop: unknown, logicalId: string): boolean {
  const body = Array.isArray(loop) ? asSection((loop as readonly unknown[])[2]) : {}
  return Object.entries(body).some(([name, node]) =>
    isLoop(name) ? makes(node, logicalId) : matcherOf(globOf(name.replaceAll(/[$&]\{[^}]*\}/g, '*')))(logicalId),
  )
}
