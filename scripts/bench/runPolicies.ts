import { measurePolicies } from './measurePolicies.ts'

/** Prints the figures of policies as JSON; runs as a production bundle in a process of its own. */
process.stdout.write(`${JSON.stringify(measurePolicies())}\n`)
