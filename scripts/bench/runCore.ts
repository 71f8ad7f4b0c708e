import { loadCatalogue } from '../../src/core/aws/index.ts'
import { measureCore } from './measureCore.ts'

/** Prints the core's figures as JSON; runs as a production bundle in a process of its own. */
const catalogue = await loadCatalogue()
process.stdout.write(`${JSON.stringify([300, 1000, 10_000].map((size) => measureCore(size, catalogue)))}\n`)
