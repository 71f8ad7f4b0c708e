import type { AnyConstruct, Field } from '../definition.ts'
import { addressTypeField, endpointStateField, optionsOf } from './parts.ts'

/** Which names of resources the VPC gets: of endpoints, or of a row that names a VPC. */
export const latticeNameFields: readonly Field<AnyConstruct>[] = [
  {
    key: 'privateDns',
    label: 'Private DNS',
    input: 'boolean',
    help: 'On: the custom domain names of resources are answered in the VPC.',
  },
  {
    key: 'privateDnsPreference',
    label: 'For which domains',
    input: 'select',
    options: optionsOf([
      'verified-domains-only',
      'all-domains',
      'verified-domains-and-specified-domains',
      'specified-domains-only',
    ]),
  },
  { key: 'specifiedDomains', label: 'Specified domains', input: 'texts', of: 'text' },
]

/** What endpoints of VPC Lattice have in common. */
export const latticeEndpointFields: readonly Field<AnyConstruct>[] = [
  ...latticeNameFields,
  { ...addressTypeField, help: 'IPv6 needs subnets that have an IPv6 block.' },
  endpointStateField,
]
