import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { loadCatalogue } from '../../core/aws/index.ts'
import { printDiff, type RevisedFile, reviseTemplate } from '../../core/revise/index.ts'
import type { Command } from '../command.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

/** `revise DESIGN`: what was changed in a design that came from a template, as a difference of that template. Exit code 1 when something of it is not in the template. */
export const reviseCommand: Command = {
  usage: 'revise DESIGN [--out FOLDER|FILE] [--diff] [--set-parameters]',
  summary:
    'brings the changes of a design into the template that it came from: prints the difference, or writes the files; says on standard error what is not in them',
  options: {
    out: { type: 'string' },
    diff: { type: 'boolean' },
    'set-parameters': { type: 'boolean' },
  },
  async run({ positionals: [path], values }, print) {
    if (path === undefined) throw new Unusable('DESIGN is missing; see hopwise help')
    const [design, catalogue] = await Promise.all([loadSource(path), loadCatalogue()])
    const otherwise = values['set-parameters'] === true ? 'origin' : 'here'
    const revision = reviseTemplate(design, catalogue, { otherwise })
    if (typeof revision === 'string') throw new Unusable(`${path}: ${revision}`)
    const { files, questions, leftOver } = revision
    if (typeof values.out === 'string') {
      for (const { to, text } of placesOf(values.out, files)) {
        await write(to, text)
        print(to)
      }
    }
    if (typeof values.out !== 'string' || values.diff === true)
      for (const file of files) {
        const diff = printDiff(file.path, file.before, file.after)
        if (diff !== '') print(diff.replace(/\n$/, ''))
      }
    const told = [
      ...questions.flatMap(({ words, options, chosen }) => {
        const option = options.find(({ id }) => id === chosen)!
        const hint = chosen === 'here' ? ' (--set-parameters changes it where it comes from)' : ''
        return `note: ${words} ${option.words}${hint}.`
      }),
      ...leftOver.map(({ words }) => `left over: ${words}.`),
    ]
    if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`)
    return leftOver.length > 0 ? 1 : 0
  },
}

/** Where each file goes: into a folder by its path, or, of one alone, to the file that is named. */
function placesOf(
  out: string,
  files: readonly RevisedFile[],
): readonly { readonly to: string; readonly text: string }[] {
  const isFile = /\.(?:ya?ml|json|template)$/i.test(out)
  const [only, ...more] = files
  if (isFile && only && more.length === 0) return [{ to: out, text: only.after }]
  if (isFile) throw new Unusable(`--out ${out}: the design came from ${files.length} files, so that a folder is needed`)
  return files.map(({ path, after }) => {
    const inside = normalize(path)
    // a design file may say whatever it likes
    if (isAbsolute(inside) || inside.split(/[/\\]/).includes('..'))
      throw new Unusable(`${path}: the file would lie outside of ${out}`)
    return { to: join(out, inside), text: after }
  })
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new Unusable(`${path}: ${(error as Error).message}`)
  }
}
