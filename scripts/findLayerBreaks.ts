import { readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { HEAVY_DOORS, IMPURE, INNER, MAY_USE_HEAVY_DOORS, NARROWER, NEVER, OWNERS, STACK } from './layers.ts'
import { type Import, importsOf, listFiles } from './readImports.ts'

export interface LayerReport {
  /** How many files were read: a check that saw none proves nothing. */
  readonly seen: number
  readonly imports: number
  readonly breaks: readonly string[]
}

/** Reads every source file below `root` (a `src` folder) and lists the imports that go up the stack, across a row, or past an owner or past a door, and what is impure in the core. Tests and test builders are left out. */
export function findLayerBreaks(root: string): LayerReport {
  const files = listFiles(root).filter((file) => !/\.test\.tsx?$/.test(file) && !file.includes(`${sep}testing${sep}`))
  const breaks: string[] = []
  let imports = 0
  for (const file of files) {
    const place = relative(root, file).split(sep).join('/')
    const impure = isIn(place, 'core') ? IMPURE.exec(readFileSync(file, 'utf8')) : null
    if (impure) breaks.push(`src/${place}: ${impure[0]}: the core is pure`)
    for (const one of importsOf(file)) {
      imports++
      const problem = one.from.startsWith('.') ? localProblem(root, file, place, one) : packageProblem(place, one.from)
      if (problem) breaks.push(`src/${place}: ${problem}`)
    }
  }
  return { seen: files.length, imports, breaks }
}

type Rows = readonly (readonly string[])[]
const rowOf = (rows: Rows, place: string): number => rows.findIndex((row) => row.some((layer) => isIn(place, layer)))
const isIn = (place: string, folder: string): boolean => place === folder || place.startsWith(`${folder}/`)

function localProblem(root: string, file: string, place: string, one: Import): string | null {
  const target = relative(root, resolve(dirname(file), one.from))
    .split(sep)
    .join('/')
  if (target.startsWith('..'))
    return one.from.endsWith('package.json') ? null : `imports ${one.from}, which lies outside of src`
  if (rowOf(STACK, place) < 0) return 'lies in no layer'
  if (rowOf(STACK, target) < 0) return `imports ${target}, which lies in no layer`
  const orders = [
    STACK,
    ...INNER.filter(({ of }) => isIn(place, of) && isIn(target, of)).map(({ of, rows }) => [...rows, [of]]),
  ]
  for (const rows of orders) {
    const where = whereIs(rows, place, target)
    if (where) return `imports ${target}, which is ${where} it`
  }
  if (isIn(target, 'core') && !isIn(place, 'core') && basename(target) !== 'index.ts')
    return `imports ${target} past the door of its folder, index.ts`
  if (isIn(place, 'core') && basename(target) === 'index.ts' && basename(place) !== 'index.ts')
    return `imports the door ${target}: inside of the core files are imported`
  const narrow = NARROWER.find((rule) => isIn(place, rule.from))
  if (narrow && !narrow.only.some((folder) => isIn(target, folder)))
    return `imports ${target}; ${narrow.from} may import ${narrow.only.join(', ')} only`
  const barred = NEVER.find(({ from, what }) => isIn(place, from) && isIn(target, what))
  if (barred) return `imports ${target}; ${barred.from} never imports ${barred.what}`
  const heavy = one.typeOnly ? undefined : one.names.find((name) => HEAVY_DOORS.includes(name))
  if (heavy && !MAY_USE_HEAVY_DOORS.some((folder) => isIn(place, folder)))
    return `imports ${heavy}: the page computes no verdict`
  return null
}

/** Where the target lies when the place may not import it; null when it may. */
function whereIs(rows: Rows, place: string, target: string): 'above' | 'beside' | null {
  const [mine, its] = [rowOf(rows, place), rowOf(rows, target)]
  if (its !== mine) return its > mine ? 'above' : null
  return rows[mine]!.some((layer) => isIn(place, layer) && isIn(target, layer)) ? null : 'beside'
}

function packageProblem(place: string, name: string): string | null {
  const owned = Object.keys(OWNERS).find((owner) => name === owner || name.startsWith(`${owner}/`))
  if (owned && !OWNERS[owned]!.some((folder) => isIn(place, folder)))
    return `imports ${name}, which ${OWNERS[owned]!.join(' and ')} own`
  if (
    isIn(place, 'core') &&
    !['ip-num', 'zod', 'yaml', 'fflate', 'jsonc-parser'].some(
      (allowed) => name === allowed || name.startsWith(`${allowed}/`),
    )
  )
    return `imports ${name}: the core is pure`
  return null
}
