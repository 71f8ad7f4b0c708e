import { loadCatalogue } from '../../src/core/aws/index.ts'
import { measureCore, measureTransit } from './measureCore.ts'
import { measureRecorded } from './measureRecorded.ts'

/** Prints the core's figures as JSON; runs as a production bundle in a process of its own. */
const catalogue = await loadCatalogue()
// first, while nothing is warm
const recorded = await measureRecorded('../shared/labs/aws_demo', catalogue)
const plain = [300, 1000, 10_000].map((size) => measureCore(size, catalogue))
const transit = [1000, 10_000].map((size) => measureTransit(size, catalogue))
process.stdout.write(`${JSON.stringify({ recorded, plain, transit })}\n`)
