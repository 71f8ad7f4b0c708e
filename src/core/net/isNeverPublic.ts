import { isWithin } from './dnsName.ts'

/**
 * Domains that the root of public DNS has not delegated and never will. Sources: RFC 6761 (test, invalid), RFC 6762 (local), RFC 7686 (onion),
 * RFC 8375 (home.arpa), RFC 9476 (alt); ICANN’s Board, July 2024 (internal, for private use). `example` is reserved too and left out on purpose:
 * designs use it for names that stand for real ones, as they do with documentation addresses, unless they keep them private. `localhost` is the host’s own matter.
 */
const NEVER = ['internal', 'local', 'test', 'invalid', 'onion', 'home.arpa', 'alt']

/** Whether public DNS can have no such name. Names of a Kubernetes cluster are asked of the cluster’s own DNS, of which nothing is known. */
export const isNeverPublic = (name: string): boolean =>
  !isWithin(name, 'cluster.local') && NEVER.some((domain) => isWithin(name, domain))
