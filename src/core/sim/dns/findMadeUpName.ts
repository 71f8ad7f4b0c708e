import { certificateHolds } from '../../aws/certificateHolds.ts'
import type { Origin } from '../../topology/origin.ts'
import type { EndpointNet, Topology } from '../../topology/topology.ts'
import type { NameSource } from '../verdict.ts'
import type { Lookup } from './resolveName.ts'

/** Where names come from that people make up themselves. */
const OWN: ReadonlySet<NameSource | null> = new Set([
  'private-hosted-zone',
  'public-hosted-zone',
  'on-premises',
] as const)

/**
 * The entry that gave an endpoint a name which its certificate does not hold: an endpoint of an AWS service answers with the service's own
 * certificate, for the service's names and the endpoint's. null where the name is one of those, and where nobody knows the certificate.
 */
export function findMadeUpName(topology: Topology, endpoint: EndpointNet, name: string, lookup: Lookup): Origin | null {
  // what the certificate of a provider's own service says is not known
  if (endpoint.provider !== null || endpoint.ports === null) return null
  // API Gateway has the certificates of custom domain names
  if (endpoint.service.endsWith('.execute-api') && topology.apis.has(name)) return null
  const first = lookup.events.find((event) => event.kind === 'said' && event.step.outcome !== 'forwarded')
  const record = first?.kind === 'said' && OWN.has(first.step.detail.source) ? first.step.evidence.decidedBy : null
  const madeUp = lookup.host ? { construct: lookup.host.id, path: ['hostNames'] } : record
  if (madeUp === null) return null
  return certificateHolds(topology.catalogue, endpoint.service, name) === false ? madeUp : null
}
