import { join, relative } from 'node:path'
import { findCycles } from './findCycles.ts'
import { findLayerBreaks } from './findLayerBreaks.ts'
import { findNameBreaks } from './findNameBreaks.ts'

const root = join(import.meta.dirname, '..')
const { seen, imports, breaks } = findLayerBreaks(join(root, 'src'))
if (seen < 100 || imports < 300)
  throw new Error(`The layer check saw only ${seen} files and ${imports} imports: it is broken.`)
const cycles = ['src', 'scripts', 'e2e'].flatMap((folder) =>
  findCycles(join(root, folder)).map((cycle) => cycle.map((file) => `${folder}/${file}`)),
)
const names = ['src', 'scripts', 'e2e'].flatMap((folder) => findNameBreaks(join(root, folder)))
for (const line of breaks) process.stdout.write(`${line}\n`)
for (const cycle of cycles) process.stdout.write(`${[...cycle, cycle[0]].join(' > ')}: they import each other\n`)
for (const line of names) process.stdout.write(`${relative(root, line)}, which is not its name\n`)
process.stdout.write(
  `${seen} files, ${imports} imports, ${breaks.length} against the layers, ${cycles.length} import cycles, ${names.length} misnamed\n`,
)
process.exitCode = breaks.length + cycles.length + names.length > 0 ? 1 : 0
