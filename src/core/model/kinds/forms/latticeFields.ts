import type { AnyConstruct, Field } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { addressTypeField, endpointStateField, optionsOf } from './parts.ts'

type Endpoint = ConstructOf<'resource-endpoint' | 'service-network-endpoint'>

const privateDns: Field<AnyConstruct> = {
  key: 'privateDns',
  label: 'Private DNS',
  input: 'boolean',
  help: 'On: the custom domain names of resources are answered in the VPC.',
}
const preference: Field<AnyConstruct> = {
  key: 'privateDnsPreference',
  label: 'For which domains',
  input: 'select',
  options: optionsOf([
    'verified-domains-only',
    'all-domains',
    'verified-domains-and-specified-domains',
    'specified-domains-only',
  ]),
}
const specified: Field<AnyConstruct> = {
  key: 'specifiedDomains',
  label: 'Specified domains',
  input: 'texts',
  of: 'text',
  help: 'As db.example.com, or *.example.com for all below. They count where the choice above names them.',
}

/** Which names of resources the VPC gets, in a row that names a VPC. */
export const latticeNameFields: readonly Field<AnyConstruct>[] = [privateDns, preference, specified]

/** What endpoints of VPC Lattice have in common. */
export const latticeEndpointFields: readonly Field<Endpoint>[] = [
  privateDns,
  { ...preference, when: (one: Endpoint) => one.privateDns },
  { ...specified, when: (one: Endpoint) => one.privateDns && one.privateDnsPreference.includes('specified') },
  { ...addressTypeField, help: 'IPv6 needs subnets that have an IPv6 block.' },
  endpointStateField,
  {
    key: 'dnsNames',
    label: 'Endpoint names',
    input: 'texts',
    of: 'text',
    help: 'The names that AWS gave it in public DNS, one for each resource. Empty: made from the ids.',
  },
]
