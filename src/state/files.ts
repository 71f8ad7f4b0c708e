import { messageOf } from '../core/base/index.ts'
import { type GivenFile, isHidden, isOnItsOwn, isWanted, MOST_BYTES, nameOf, TOO_LARGE } from '../core/import/index.ts'
import { type Design, type Problem, parseDesign } from '../core/model/index.ts'
import { describeProblems } from './describeProblems.ts'
import type { ChosenFile } from './types.ts'

/** Hands a file to the person, as a download. */
export type Download = (name: string, text: string, type: string) => void

/** A design out of a text, or a sentence that says why it is none. `source` is what the person calls the text. */
export function readDesign(text: string, source: string): Design | string {
  const result = parseDesign(text)
  return result.ok ? result.design : describeRefusal(source, result.problems)
}

/** Files that are read together: one after the other each would wait for the browser. */
const AT_ONCE = 50

/** The bytes of the files that an import reads, or a sentence that says why they cannot be had. */
export async function readChosen(
  chosen: readonly ChosenFile[],
  onRead: (done: number, total: number) => void = () => {},
): Promise<readonly GivenFile[] | string> {
  const wanted = isOnItsOwn(chosen) ? chosen : chosen.filter(({ path }) => isWanted(path))
  const size = wanted.reduce((sum, { file }) => sum + file.size, 0)
  let read = 0
  if (size > MOST_BYTES) return describeRefusal(nameOf(chosen), TOO_LARGE)
  const given: GivenFile[] = []
  try {
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE)
      const bytes = await Promise.all(some.map(({ file }) => file.arrayBuffer()))
      for (const [index, { path }] of some.entries()) given.push({ path, bytes: new Uint8Array(bytes[index]!) })
      read += some.reduce((sum, { file }) => sum + file.size, 0)
      onRead(read, size)
    }
    for (const { path } of chosen)
      if (wanted !== chosen && !isWanted(path) && !isHidden(path))
        given.push({ path, bytes: new Uint8Array(), isPassedOver: true })
  } catch (error) {
    return `“${nameOf(chosen)}” could not be read. ${messageOf(error)}`
  }
  return given
}

/** Why `source`, as the person calls it, did not become a design, in a sentence or some. */
export const describeRefusal = (source: string, refusal: string | readonly Problem[]): string =>
  typeof refusal === 'string'
    ? `“${source}” ${refusal}.`
    : `“${source}” could not be opened. ${describeProblems(refusal)}`

/** A file name out of a title: letters and digits of any script, the rest becomes dashes. */
export function fileNameOf(title: string, ending: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${words || 'design'}${ending}`
}
