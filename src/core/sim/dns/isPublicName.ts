import { remember } from '../../base/remember.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { isWithin, parseDnsName } from '../../net/dnsName.ts'
import { isDelegated } from '../../net/isDelegated.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Lookup } from './resolveName.ts'

/** Whether a name that nothing drawn carries was asked of public DNS alone, and is of a kind that leads to public addresses. */
export const isPublicName = (topology: Topology, name: string, { outcome, code, events, astray }: Lookup): boolean =>
  outcome === 'unknown' &&
  code === 'UNKNOWN_NAME' &&
  !astray &&
  !LOCAL.test(name) &&
  (!OF_AWS.test(name) || OF_A_SERVICE.test(name)) &&
  events.every((event) => event.kind === 'said' && isOfPublicDns(event.step.detail, name)) &&
  !ownDomains(topology).some((domain) => isWithin(name, domain))

/**
 * Whether a public name may be taken to be in public DNS at all: below a domain of the root, and no stand-in for another. Names of AWS are not:
 * those that are known are in the catalogue.
 */
export const isTakenToExist = (name: string): boolean =>
  isDelegated(name) && !STANDS_IN.test(name) && !OF_AWS.test(name)

const memory = new WeakMap<Topology, readonly string[]>()

/** Domains that the design has for names of its own, each with all that is registered with it: names there lead to private addresses as well as to public ones. */
const ownDomains = (topology: Topology): readonly string[] =>
  remember(memory, topology, () => [
    ...new Set(
      Object.values(topology.design.constructs)
        .flatMap(namesIn)
        .map((text) => parseDnsName(text.replace(/^\*\./, '')))
        .filter((name) => name !== null)
        .map((name) => (OF_AWS.test(name) ? name : registeredOf(name))),
    ),
  ])

function namesIn(construct: Construct): readonly string[] {
  switch (construct.kind) {
    case 'hosted-zone':
    case 'resolver-rule':
      return [construct.domain]
    case 'on-premises-host':
      return construct.hostNames
    case 'on-premises-network':
      return construct.forwards.map(({ domain }) => domain)
    case 'api-gateway-api':
      return construct.customDomains
    case 'endpoint-service':
      return construct.privateDnsName === null ? [] : [construct.privateDnsName]
    case 'resource-configuration':
      return construct.customDomainName === null ? [] : [construct.customDomainName]
    default:
      return []
  }
}

/** What somebody has registered to have the name: `example.org` of `a.b.example.org`, `example.co.uk` of `a.example.co.uk`. */
function registeredOf(name: string): string {
  const labels = name.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  return labels.slice(second.length <= 3 && top.length === 2 ? -3 : -2).join('.')
}

/** Asked for the name itself: one that leads to another name is somebody's. */
const isOfPublicDns = ({ resolver, name }: { readonly resolver: string; readonly name: string }, asked: string) =>
  PUBLIC.has(resolver) && name === asked

/** Resolvers that know nothing that is not drawn. Servers of one's own may. */
const PUBLIC: ReadonlySet<string> = new Set(['AmazonProvidedDNS', 'public DNS'])
/** What people call parts of their own networks. */
const INSIDE = 'local|localdomain|localhost|internal|int|intra|intranet|lan|corp|priv|private|privatelink'
/** Names that are nobody's on the internet, or say that they are of somebody's network. */
const LOCAL = new RegExp(`^[^.]+$|^(.+\\.)?(${INSIDE})(\\.|$)|\\.(home|arpa)$`)
/** Databases, clusters, load balancers and what stands behind one have names of AWS that lead to private addresses; services themselves do not. */
const OF_AWS = /\.(amazonaws\.(com(\.cn)?|eu)|aws|elasticbeanstalk\.com(\.cn)?|awsapprunner\.com)$/
const OF_A_SERVICE = /^[a-z0-9-]+(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|amazonaws\.eu|api\.aws)$/
/** Domains for documents, of which `www` alone is there. Source: RFC 2606; IANA, reserved domains. */
const STANDS_IN = /(^|\.)example$|(?<!^www)\.example\.(com|net|org)$/
