import { choice, endpointState, flag, ipAddressType, list, typedText } from './common.ts'

/** Which names of resources VPC Lattice answers in the consumer's VPC. Source: VPC Lattice guide, custom domain names for resource consumers. */
export const latticeNames = {
  privateDns: flag(false),
  privateDnsPreference: choice(
    ['verified-domains-only', 'all-domains', 'verified-domains-and-specified-domains', 'specified-domains-only'],
    'verified-domains-only',
  ),
  /** `db.example.com`, or `*.example.com` for all below. */
  specifiedDomains: list(typedText, 10),
}

/** What endpoints of VPC Lattice have in common. */
export const latticeEndpoint = {
  ...latticeNames,
  ipAddressType,
  state: endpointState,
  /** The names that AWS gave it in public DNS, one for each resource; those that are not said are made from the ids. */
  dnsNames: list(typedText, 500),
}
