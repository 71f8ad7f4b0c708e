import { listWords } from '../../base/words.ts'
import { type DesignSource, MOST_SOURCE_FILES, MOST_SOURCE_TEXT, MOST_SOURCE_VALUE } from '../../model/designSource.ts'
import { plain } from '../fields.ts'
import { isGzip } from '../givenFile.ts'
import type { ParsedFile } from '../parseFile.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import type { ParameterValues } from './parameters/readParameterFile.ts'

/** What of the files goes along with the design, so that it can be changed in place; null, and told, where that cannot be. */
export function sourceOf(
  files: readonly ParsedFile[],
  parameters: ParameterValues,
  taker: NoteTaker,
): Omit<DesignSource, 'reading'> | null {
  const without = (why: string): null => {
    takeNote(taker, 'assumed', `Changes of the design cannot be brought back into the template: ${why}`, null)
    return null
  }
  const foreign = files.filter(({ original }) => original === null).map(({ path }) => plain(path, 120))
  if (foreign.length > 0) return without(`not all of ${listWords(foreign.slice(0, 5))} is UTF-8`)
  if (new Set(files.map(({ path }) => pathOf(path))).size < files.length) return without('files have one name')
  if (files.length > MOST_SOURCE_FILES) return without(`there are more than ${MOST_SOURCE_FILES} files`)
  const long = files.find(({ text }) => text.length > MOST_SOURCE_TEXT)
  if (long) return without(`${plain(long.path, 120)} is too long`)
  if (Object.values(parameters).some(({ length }) => length > MOST_SOURCE_VALUE))
    return without('a value of a parameter is too long')
  return {
    kind: 'cloudformation',
    files: files.map(({ path, text, original }) => ({ path: pathOf(path), text: original ?? text })),
    parameters,
  }
}

/** Its text is unpacked. */
const pathOf = (path: string): string => plain(isGzip(path) ? path.replace(/\.gz$/i, '') : path, 1000)
