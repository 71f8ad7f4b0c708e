import * as z from 'zod/mini'
import { base, flag, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('subnet'),
  zone: reference,
  /** null = an IPv6-only subnet. */
  cidr: optional(typedText),
  ipv6Cidr: optional(typedText),
  /** null = the VPC's main route table. */
  routeTable: optional(reference),
  /** null = the VPC's default network ACL. */
  networkAcl: optional(reference),
  mapPublicIpOnLaunch: flag(false),
  /** AAAA records made up from 64:ff9b::/96 for names that have IPv4 addresses only. */
  dns64: flag(false),
  /** Accounts that the subnet is shared with (AWS RAM): their clients may lie in it. */
  sharedWith: list(reference, 50),
})

/** A subnet of a VPC, in one zone. */
export const subnet: Sheet<typeof schema> = {
  schema,
  kind: 'subnet',
  title: 'Subnet',
  noun: 'a subnet',
  group: 'places',
  parent: { path: 'zone', kinds: ['availability-zone'] },
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 220, height: 80 } },
  colour: 'group-private',
  imported: 'Subnets',
  reached: null,
  detail: ({ cidr, ipv6Cidr }) => [cidr, ipv6Cidr].filter(Boolean).join(', '),
  *lines({ id, routeTable, networkAcl }) {
    if (routeTable !== null) yield { from: id, to: routeTable, kind: 'route-table-association', label: 'uses' }
    if (networkAcl !== null) yield { from: id, to: networkAcl, kind: 'network-acl-association', label: 'uses' }
  },
  references: [
    { path: 'zone', kinds: ['availability-zone'], onDelete: 'delete-holder' },
    { path: 'routeTable', kinds: ['route-table'], onDelete: 'clear' },
    { path: 'networkAcl', kinds: ['network-acl'], onDelete: 'clear' },
    { path: 'sharedWith[]', kinds: ['account'], onDelete: 'remove-entry' },
  ],
  blank: (parent) => ({ zone: parent, cidr: '10.0.0.0/24' }),
}
