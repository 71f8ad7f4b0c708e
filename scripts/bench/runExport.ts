import { loadCatalogue } from '../../src/core/aws/index.ts'
import { measureExport } from './measureExport.ts'

/** Prints figures of the exports as JSON; runs as a production bundle in a process of its own. */
const catalogue = await loadCatalogue()
process.stdout.write(`${JSON.stringify([300, 1000, 3000].map((size) => measureExport(size, catalogue)))}\n`)
