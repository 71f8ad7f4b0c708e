import { loadCatalogue } from '../../src/core/aws/index.ts'
import { measurePolicies } from './measurePolicies.ts'

/** Prints the figures of policies as JSON; runs as a production bundle in a process of its own. */
process.stdout.write(`${JSON.stringify(measurePolicies(await loadCatalogue()))}\n`)
