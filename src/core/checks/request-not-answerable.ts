import type { AccessRequest } from '../model/design.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseAddress } from '../net/address.ts'
import { reservedFor } from '../net/reservedFor.ts'
import { resolveDestination } from '../sim/resolveDestination.ts'
import { resolveSource } from '../sim/resolveSource.ts'
import { decide } from '../sim/simulate.ts'
import type { Topology } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { once } from './parts/once.ts'
import { wholeDesign } from './parts/wholeDesign.ts'

/** By the same reading of both ends that the simulator does. */
export const requestNotAnswerable: Check = {
  id: 'request-not-answerable',
  severity: 'warning',
  title: 'Saved request that names nobody',
  why: 'A saved request says who asks and for what. What it names may have been renamed or deleted since.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html',
  *find({ design, topology }) {
    const freeId = once(() => newId(design, 'internet-host'))
    for (const [i, { id, name, request }] of design.requests.entries()) {
      const source = resolveSource(topology, request.from)
      const problems = [
        { key: 'from', why: source.kind === 'unknown' ? source.why : null },
        { key: 'to', why: resolveDestination(topology, null, request.to).unknown ?? reservedAt(topology, request) },
      ]
      for (const { key, why } of problems) {
        if (why === null) continue
        yield {
          at: [wholeDesign('requests', i, 'request', key)],
          message: `The request “${name || id}” cannot be answered: ${why}.`,
          fixes: [
            ...(key === 'to' ? drawHost(request.to, freeId) : []),
            { title: 'Delete the request', safety: 'review', edits: [{ kind: 'forget-request', id }] },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('batch'), good: () => example('app') },
}

/** Why nobody is at an address that is kept for documentation and the like. */
function reservedAt(topology: Topology, request: AccessRequest): string | null {
  const address = parseAddress(request.to)
  const kept = address === null ? null : reservedFor(address)
  if (kept === null || decide(topology, request).code !== 'DESTINATION_ADDRESS_RESERVED') return null
  return `${request.to} is kept for ${kept}, and nobody on the internet has it`
}

/** A host at the address that the request means. */
function drawHost(to: string, freeId: () => ConstructId): readonly Fix[] {
  if (parseAddress(to) === null) return []
  const id = freeId()
  const construct = { ...createConstruct('internet-host', id, to, ''), addresses: [to] }
  return [{ title: `Draw an internet host at ${to}`, safety: 'review', edits: [{ kind: 'add', construct }] }]
}

const example = (from: string) =>
  buildDesign((b) => {
    b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'app' })
    b.request({ from, to: 'kinesis.us-east-1.amazonaws.com' })
  })
