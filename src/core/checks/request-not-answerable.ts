import { buildDesign } from '../model/testing/designBuilder.ts'
import { resolveDestination } from '../sim/resolveDestination.ts'
import { resolveSource } from '../sim/resolveSource.ts'
import type { Check } from './check.ts'
import { wholeDesign } from './parts/wholeDesign.ts'

/** By the same reading of both ends that the simulator does. */
export const requestNotAnswerable: Check = {
  id: 'request-not-answerable',
  severity: 'warning',
  title: 'Saved request that names nobody',
  why: 'A saved request says who asks and for what. What it names may have been renamed or deleted since.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html',
  *find({ design, topology }) {
    for (const [i, { id, name, request }] of design.requests.entries()) {
      const source = resolveSource(topology, request.from)
      const problems = [
        { key: 'from', why: source.kind === 'unknown' ? source.why : null },
        { key: 'to', why: resolveDestination(topology, null, request.to).unknown },
      ]
      for (const { key, why } of problems) {
        if (why === null) continue
        yield {
          at: [wholeDesign('requests', i, 'request', key)],
          message: `The request “${name || id}” cannot be answered: ${why}.`,
          fixes: [{ title: 'Delete the request', safety: 'review', edits: [{ kind: 'forget-request', id }] }],
        }
      }
    }
  },
  examples: { bad: () => example('batch'), good: () => example('app') },
}

const example = (from: string) =>
  buildDesign((b) => {
    b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'app' })
    b.request({ from, to: 'kinesis.us-east-1.amazonaws.com' })
  })
