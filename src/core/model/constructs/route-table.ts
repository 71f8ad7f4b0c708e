import { isManagedListName } from './common.ts'
import type { Definition } from './definition.ts'

/** A route table; the main one is the one that its VPC names. */
export const routeTable: Definition<'route-table'> = {
  kind: 'route-table',
  title: 'Route table',
  noun: 'a route table',
  group: 'gateways',
  summary:
    'Says for its subnets where packets go. The most specific route wins; the blocks of the VPC are always local.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    {
      path: 'routes[].destination.prefixList',
      kinds: ['prefix-list'],
      onDelete: 'remove-entry',
      literal: isManagedListName,
    },
    {
      path: 'routes[].target',
      kinds: ['internet-gateway', 'nat-gateway'],
      onDelete: 'blackhole',
      literal: (text) => text === 'blackhole',
    },
  ],
  fields: [
    {
      key: 'routes',
      label: 'Routes',
      input: 'rows',
      rowLabel: 'Route',
      most: 1000,
      blank: { destination: { cidr: '0.0.0.0/0' }, target: 'blackhole' },
      help: 'Local routes and routes of gateway endpoints appear by themselves and are not written here.',
      of: [
        { key: 'destination', label: 'Destination', input: 'destination' },
        { key: 'target', label: 'Target', input: 'route-target' },
      ],
    },
  ],
  create: (id, name, parent) => ({ kind: 'route-table', id, name, vpc: parent, routes: [] }),
}
