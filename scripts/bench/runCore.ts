import { loadCatalogue } from '../../src/core/aws/index.ts'
import { measureCore, measureTransit } from './measureCore.ts'

/** Prints the core's figures as JSON; runs as a production bundle in a process of its own. */
const catalogue = await loadCatalogue()
const plain = [300, 1000, 10_000].map((size) => measureCore(size, catalogue))
const transit = [1000, 10_000].map((size) => measureTransit(size, catalogue))
process.stdout.write(`${JSON.stringify({ plain, transit })}\n`)
