import type { Construct } from '../../model/kinds/registry.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Lookup } from './resolveName.ts'

/** Whether a name that nothing drawn carries was asked of public DNS alone, and is of a kind that leads to public addresses. */
export const isPublicName = (topology: Topology, name: string, { outcome, code, events, astray }: Lookup): boolean =>
  outcome === 'unknown' &&
  code === 'UNKNOWN_NAME' &&
  !astray &&
  !LOCAL.test(name) &&
  (!OF_AWS.test(name) || OF_A_SERVICE.test(name)) &&
  events.every((event) => event.kind === 'said' && PUBLIC.has(event.step.detail.resolver)) &&
  !Object.values(topology.design.constructs).some((one) => isOfOwnDomain(one, name))

/** Names of one's own domains lead to private addresses as well as to public ones. */
function isOfOwnDomain(construct: Construct, name: string): boolean {
  if (construct.kind !== 'hosted-zone' && construct.kind !== 'resolver-rule') return false
  const domain = parseDnsName(construct.domain)
  return domain !== null && (name === domain || name.endsWith(`.${domain}`))
}

/** Resolvers that know nothing that is not drawn. Servers of one's own may. */
const PUBLIC: ReadonlySet<string> = new Set(['AmazonProvidedDNS', 'public DNS'])
/** Names that are nobody's on the internet, and what people use inside their networks. */
const LOCAL = /^[^.]+$|\.(local|localhost|internal|intranet|lan|home|corp|private|arpa)$/
/** Databases, clusters and load balancers have names of AWS that lead to private addresses; services themselves do not. */
const OF_AWS = /\.(amazonaws\.com(\.cn)?|api\.aws|on\.aws)$/
const OF_A_SERVICE = /^[a-z0-9-]+(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)$/
