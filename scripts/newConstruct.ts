import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type KindName, nameOf } from './newConstruct/kindName.ts'
import { formStub, loweringStub, sheetStub } from './newConstruct/stubs.ts'

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/
const CORE = 'src/core'
const KINDS = `${CORE}/model/kinds`
const LOWER = `${CORE}/topology/lower`
const LOOKS = 'src/ui/constructs'

/**
 * Writes the sheet, the form and the lowering of a new kind, and its line in every table that lists kinds; gives the paths of what it wrote.
 * Throws a sentence for the person when it cannot.
 */
export function newConstruct(id: string, root: string = join(import.meta.dirname, '..')): readonly string[] {
  if (!ID.test(id))
    throw new Error('Give the name in kebab-case, of two words or more: npm run new:construct -- carrier-gateway')
  if (existsSync(join(root, KINDS, `${id}.ts`))) throw new Error(`There is a kind “${id}” already.`)
  const name = nameOf(id)
  const changed: string[] = []
  const write = (path: string, text: string) => {
    writeFileSync(join(root, path), text)
    changed.push(path)
  }
  const edit = (path: string, ...steps: readonly ((text: string) => string)[]) =>
    write(
      path,
      steps.reduce((text, step) => step(text), readFileSync(join(root, path), 'utf8')),
    )
  newSheet(name, write, edit)
  write(`${KINDS}/forms/${id}.ts`, formStub(name))
  edit(
    `${KINDS}/forms/forms.ts`,
    importing(`${name.camel}Form`, `./${id}.ts`),
    entry('const forms', `'${id}': ${name.camel}Form,`),
  )
  edit(
    `${CORE}/model/plans/fillIn/basics.ts`,
    (text) => text.replace("\n> = {\n  'internet-host'", `\n  | '${id}'\n> = {\n  'internet-host'`),
    entry(
      'export const basics',
      `'${id}': ({ container }, blank) => ({
    construct: blank,
    sentence: \`Adds ${name.noun} to \${container?.name}\`,
  }),`,
    ),
  )
  write(`${LOWER}/lower${name.pascal}s.ts`, loweringStub(name))
  edit(
    `${LOWER}/lowerings.ts`,
    importing(`lower${name.pascal}s`, `./lower${name.pascal}s.ts`),
    entry('const lowerings', `'${id}': { gateways: lower${name.pascal}s },`),
  )
  edit(
    `${CORE}/export/plan/planners.ts`,
    entry('export const planners', `'${id}': null,`),
    entry('export const NOT_DEPLOYED', `'${id}': 'its export is not written yet. Make it by hand.',`),
  )
  edit(`${LOOKS}/rareGlyphs.tsx`, entry('export const rareGlyphs', `'${id}': <path d="M3.25 3.25h13.5v13.5H3.25z" />,`))
  return changed
}

type Write = (path: string, text: string) => void
type Edit = (path: string, ...steps: readonly ((text: string) => string)[]) => void

/** The part that the compiler builds on: with it alone, it names every table that still lacks the kind. */
export function newSheet(name: KindName, write: Write, edit: Edit): void {
  write(`${KINDS}/${name.id}.ts`, sheetStub(name))
  edit(`${KINDS}/kindNames.ts`, (text) => `${text}  | '${name.id}'\n`)
  edit(
    `${KINDS}/sheets.ts`,
    importing(name.camel, `./${name.id}.ts`),
    entry('export const sheets', `'${name.id}': ${name.camel},`),
  )
}

/** Adds a line at the end of the table that begins with `head`. */
const entry =
  (head: string, line: string) =>
  (text: string): string => {
    const start = text.indexOf(head)
    const end = text.indexOf('\n}', text.indexOf('= {', start))
    if (start < 0 || end < 0)
      throw new Error(`No table begins with “${head}” any more: newConstruct.ts is out of date.`)
    return `${text.slice(0, end)}\n  ${line}${text.slice(end)}`
  }

/** Adds an import from the same folder, in the formatter's order. */
const importing =
  (what: string, from: string) =>
  (text: string): string => {
    const lines = text.split('\n')
    const isLater = (line: string) => (/ from '(\.\/[^']+)'$/.exec(line)?.[1] ?? '') > from
    let at = lines.findIndex(isLater)
    if (at < 0) at = lines.findLastIndex((line) => / from '[^']+'$/.test(line)) + 1
    // an import of several lines is found by its last one
    while (!lines[at]!.startsWith('import') && lines[at] !== '') at--
    return lines.toSpliced(at, 0, `import { ${what} } from '${from}'`).join('\n')
  }

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const paths = newConstruct(process.argv[2] ?? '')
    process.stdout.write(
      `Wrote\n${paths.map((path) => `  ${path}`).join('\n')}
Fill in what is blank, run npm run format and npm run schema, then npm run check: it names what is missing.
What it is a route target, a destination or a source for, and how it is exported and imported, is for CONTRIBUTING.md to say.\n`,
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
