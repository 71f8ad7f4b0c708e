import { spellOut, upperFirst } from '../../../base/words.ts'
import { ENDPOINT_STATES } from '../common.ts'
import type { AnyConstruct, Field, Option } from '../definition.ts'

/** What many forms say in the same way. */

/** Words of the API as choices: `pendingAcceptance` and `pending-acceptance` both read `Pending acceptance`. */
export const optionsOf = (words: readonly string[], labels: Readonly<Record<string, string>> = {}): readonly Option[] =>
  words.map((value) => ({ value, label: labels[value] ?? upperFirst(spellOut(value)) }))

export const IP_LABELS = {
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  dualstack: 'IPv4 and IPv6',
  'service-defined': 'As the service has it',
}

export const accountField = (what: string): Field => ({
  key: 'account',
  label: 'Account',
  input: 'reference',
  kinds: ['account'],
  help: `The account that owns the ${what}.`,
})
export const groupsField = (help: string): Field => ({
  key: 'securityGroups',
  label: 'Security groups',
  input: 'references',
  kinds: ['security-group'],
  noneLabel: 'The default security group of the VPC',
  help,
})
export const subnetsField = (help: string): Field => ({
  key: 'subnets',
  label: 'Subnets',
  input: 'references',
  kinds: ['subnet'],
  help,
})
export const subnetField: Field = { key: 'subnet', label: 'Subnet', input: 'reference', kinds: ['subnet'] }
export const privateIpField: Field = {
  key: 'privateIp',
  label: 'Private address',
  input: 'address4',
  optional: true,
  help: 'Empty: AWS chooses one of the subnet.',
}
export const subnetRows = (most: number, help: string, more: readonly Field[] = []): Field => ({
  key: 'subnets',
  label: 'Subnets',
  input: 'rows',
  rowLabel: 'Subnet',
  most,
  blank: { privateIp: null, ...Object.fromEntries(more.map(({ key }) => [key, key === 'publicIp' ? 'auto' : null])) },
  help,
  of: [subnetField, privateIpField, ...more],
})
export const asnField: Field = {
  key: 'asn',
  label: 'ASN',
  input: 'number',
  min: 1,
  max: 4294967294,
  optional: true,
  help: 'Its number in BGP. Empty: AWS’s own, 64512.',
}
export const stateField = <C extends AnyConstruct>(
  states: readonly string[],
  help: string,
  when?: (construct: C) => boolean,
): Field<C> => ({
  key: 'state',
  label: 'State',
  input: 'select',
  options: optionsOf(states),
  help,
  ...(when && { when }),
})
export const endpointStateField: Field = stateField(ENDPOINT_STATES, 'Only an available endpoint carries traffic.')
export const addressTypeField: Field = {
  key: 'ipAddressType',
  label: 'IP address type',
  input: 'select',
  options: optionsOf(['ipv4', 'dualstack', 'ipv6'], IP_LABELS),
}
export const recordTypeField: Field = {
  key: 'dnsRecordIpType',
  label: 'DNS record IP type',
  input: 'select',
  options: optionsOf(['service-defined', 'ipv4', 'dualstack', 'ipv6'], IP_LABELS),
  help: 'Which kinds of addresses its names answer with.',
}
/** The drawn endpoint service, for endpoints that lead to one. */
export const endpointServiceField: Field = {
  key: 'endpointService',
  label: 'Drawn endpoint service',
  input: 'reference',
  kinds: ['endpoint-service'],
  optional: true,
  noneLabel: 'None: the service named below',
  help: 'An endpoint service of this design; its name counts then.',
}
