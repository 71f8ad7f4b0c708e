import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const CHECKS = join(import.meta.dirname, '..', 'src', 'core', 'checks')
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/

/** Writes the file of a new check and its line in the table; gives the path of the file. Throws a sentence for the person when it cannot. */
export function newCheck(id: string, folder: string = CHECKS): string {
  if (!ID.test(id))
    throw new Error('Give the id in kebab-case, of two words or more: npm run new:check -- subnet-is-full')
  const path = join(folder, `${id}.ts`)
  if (existsSync(path)) throw new Error(`There is a check “${id}” already: ${path}`)
  const table = join(folder, 'checks.ts')
  writeFileSync(table, withLine(readFileSync(table, 'utf8'), id))
  writeFileSync(path, stubOf(id))
  return path
}

const camel = (id: string): string => id.replace(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase())

/** The table with one import and one entry more, both in the order of the ids. */
export function withLine(table: string, id: string): string {
  const ids = [...table.matchAll(/^import \{ \w+ \} from '\.\/([a-z0-9-]+)\.ts'$/gm)].map((match) => match[1]!)
  const sorted = [...ids, id].sort()
  const head = `import type { Check } from './check.ts'`
  // as the formatter sorts: `check.ts` stands among the others
  const imports = [
    ...sorted.filter((one) => one < 'check').map(importOf),
    head,
    ...sorted.filter((one) => one > 'check').map(importOf),
  ]
  const rest = table.slice(table.indexOf('\n/**'))
  const entries = sorted.map((one) => `  ${camel(one)},\n`).join('')
  return `${imports.join('\n')}\n${rest.replace(/\[\n[^\]]*\]\n$/, `[\n${entries}]\n`)}`
}

const importOf = (id: string): string => `import { ${camel(id)} } from './${id}.ts'`

const stubOf = (id: string): string => `import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Source: (the page that says so) */
export const ${camel(id)}: Check = {
  id: '${id}',
  severity: 'warning',
  title: '',
  why: '',
  learnMore: 'https://docs.aws.amazon.com/',
  *find({ design }) {
    for (const vpc of listOfKind(design, 'vpc'))
      yield { at: [place(vpc.id)], message: \`The \${called(design, vpc.id)} is all right.\` }
  },
  examples: {
    bad: () => buildDesign((b) => void b.vpc()),
    good: () => buildDesign((b) => void b.vpc()),
  },
}
`

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const path = newCheck(process.argv[2] ?? '')
    process.stdout.write(
      `Wrote ${path} and its line in checks.ts.\nFill in what is blank, then run: npx vitest run src/core/checks\n`,
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
