import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseSync } from 'oxc-parser'
import { TABLES } from './layers.ts'
import { listFiles } from './readImports.ts'

/**
 * Files below a folder that are not named as what they export. A file with one export bears its name, which may have the word of the folder besides
 * (`commands/check.ts`: `checkCommand`); one with several bears the name of one of them, or a word that one of them has too. Capitals, dashes and a
 * plural's ending do not matter. Doors, tests, workers and the tables of `TABLES` have names of their own.
 */
export function findNameBreaks(folder: string): readonly string[] {
  return listFiles(folder).flatMap((file) => {
    const name = basename(file).replace(/\.tsx?$/, '')
    if (name === 'index' || /\.(test|spec|worker)$/.test(name) || TABLES.includes(name)) return []
    const exported = exportsOf(file)
    const own = wordsOf(name)
    const inFolder = [
      ...wordsOf(basename(dirname(file))),
      ...wordsOf(basename(dirname(file))).map((word) => word.replace(/er$/, '')),
    ]
    const bears = (one: string) =>
      plain(one) === plain(name) ||
      wordsOf(one)
        .filter((word) => own.includes(word) || !inFolder.includes(word))
        .join() === own.join()
    const shares = (one: string) => exported.length > 1 && wordsOf(one).some((word) => own.includes(word))
    return exported.length === 0 || exported.some((one) => bears(one) || shares(one))
      ? []
      : [`${file} exports ${exported.join(', ')}`]
  })
}

const exportsOf = (file: string): string[] =>
  parseSync(file, readFileSync(file, 'utf8')).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  )

const plain = (name: string): string => name.replaceAll(/[-_]/g, '').toLowerCase()

/** `createReachFinder` -> create, reach, finder. */
const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) =>
    word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, ''),
  )
