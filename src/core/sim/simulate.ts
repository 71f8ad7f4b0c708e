import { remember } from '../base/remember.ts'
import type { AccessRequest } from '../model/design.ts'
import { isIp4 } from '../net/address.ts'
import type { Eni, Topology } from '../topology/topology.ts'
import { concludeVerdict, refuseToTell } from './concludeVerdict.ts'
import { fareAnywhere } from './fareAnywhere.ts'
import { type Destination, type Families, type Resolution, resolveDestination } from './resolveDestination.ts'
import { resolveSource, type Source } from './resolveSource.ts'
import { checksTarget } from './travel/balance/checksTarget.ts'
import { createRecorder } from './travel/recorder.ts'
import type { Branch, Verdict } from './verdict.ts'
import { walkBranch } from './walkBranch.ts'

/** Answers a request on a compiled design, with every leg, hop and step. Deterministic; never throws on a request that makes no sense: it cannot be told then, and why. */
export const simulate = (topology: Topology, request: AccessRequest): Verdict => answer(topology, request, true)

/** The same verdict without its trace (`legs` empty, blockers without a step): for many requests at once. */
export const decide = (topology: Topology, request: AccessRequest): Verdict => answer(topology, request, false)

const sources = new WeakMap<Topology, Map<string, Source>>()

function sourceOf(topology: Topology, from: string): Source {
  const memory = sources.get(topology) ?? remember(sources, topology, () => new Map<string, Source>())
  return memory.get(from) ?? remember(memory, from, () => resolveSource(topology, from))
}

function answer(topology: Topology, request: AccessRequest, traced: boolean): Verdict {
  const source = sourceOf(topology, request.from)
  if (source.kind === 'unknown') return refuseToTell(request, 'UNKNOWN_SOURCE', source.why)
  if (request.protocol !== 'icmp' && request.port === null)
    return refuseToTell(request, 'INVALID_VALUE', `a ${request.protocol} request needs a port`)
  const branches: Branch[] = []
  const callers = source.kind === 'interfaces' ? whoAsks(topology, source.enis, request.to) : [null]
  let resolution: Resolution | null = null
  for (const caller of callers) {
    const families = familiesOf(source, caller)
    resolution = resolveDestination(topology, caller, request.to, families)
    if (resolution.unknown !== null) return refuseToTell(request, 'UNKNOWN_DESTINATION', resolution.unknown)
    for (const destination of reachable(families, resolution)) {
      const recorder = traced ? createRecorder(branches.length) : null
      const input = { topology, request, source, caller, resolution, destination, recorder }
      branches.push((destination === null ? fareAnywhere(input) : null) ?? walkBranch(input))
      // a lookup that fails for one answer fails for all
      if (branches.at(-1)!.to === '') break
    }
  }
  return concludeVerdict(request, resolution!, branches)
}

/** All interfaces of the source; of a load balancer's nodes those that see to the target, where any does. */
function whoAsks(topology: Topology, enis: readonly Eni[], to: string): readonly Eni[] {
  if (enis[0]?.role !== 'load-balancer') return enis
  const { destinations } = resolveDestination(topology, enis[0], to)
  const checking = enis.filter((node) =>
    destinations.some(({ address, wanted }) => checksTarget(topology, node, address, wanted) !== false),
  )
  return checking.length > 0 ? checking : enis
}

/** The families that the caller has an address of. One that is meant and cannot be read makes a branch of its own, which says so. */
function familiesOf(source: Source, caller: Eni | null): Families {
  const has4 = caller
    ? caller.address !== null || caller.gaps.address !== undefined
    : source.kind === 'internet' && source.address4 !== null
  const has6 = caller
    ? caller.address6 !== null || caller.gaps.address6 !== undefined
    : source.kind === 'internet' && source.address6 !== null
  if (has4) return has6 ? 'both' : 'ipv4'
  return has6 ? 'ipv6' : 'none'
}

/** The answers of a family that the caller has an address of; one null where there is none, so that the branch can say so. */
function reachable(families: Families, resolution: Resolution): readonly (Destination | null)[] {
  const { destinations } = resolution
  // most names have one answer, which needs no list of its own
  const fitting =
    families === 'both' || (destinations.length === 1 && isOf(families, destinations[0]!))
      ? destinations
      : destinations.filter((one) => isOf(families, one))
  return fitting.length > 0 ? fitting : NOBODY
}
const NOBODY = [null]
const isOf = (families: Families, { address }: Destination): boolean => families === (isIp4(address) ? 'ipv4' : 'ipv6')
