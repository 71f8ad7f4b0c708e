import { isManagedListName } from './common.ts'
import type { Construct, Definition } from './definition.ts'

const leadsToInterface = (construct: Construct) =>
  construct.kind === 'route-table' && construct.routes.some((route) => route.interface !== undefined)

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
      kinds: [
        'internet-gateway',
        'egress-only-internet-gateway',
        'nat-gateway',
        'regional-nat-gateway',
        'peering-connection',
        'transit-gateway',
        'virtual-private-gateway',
        'gateway-load-balancer-endpoint',
        'network-firewall',
        'client',
      ],
      onDelete: 'blackhole',
      literal: (text) => text === 'blackhole' || text === 'local',
    },
    { path: 'edgeOf', kinds: ['internet-gateway', 'virtual-private-gateway'], onDelete: 'clear' },
    { path: 'propagatingGateways[]', kinds: ['virtual-private-gateway'], onDelete: 'remove-entry' },
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
        {
          key: 'interface',
          label: 'Interface',
          input: 'number',
          min: 0,
          max: 14,
          optional: true,
          when: leadsToInterface,
          help: 'Of a client as target: which of its interfaces, counted from 0.',
        },
      ],
    },
    {
      key: 'propagatingGateways',
      label: 'Propagation',
      input: 'references',
      kinds: ['virtual-private-gateway'],
      noneLabel: 'None',
      help: 'Virtual private gateways whose routes appear in the table by themselves.',
    },
    {
      key: 'edgeOf',
      label: 'Edge association',
      input: 'reference',
      kinds: ['internet-gateway', 'virtual-private-gateway'],
      optional: true,
      noneLabel: 'None: a table of subnets',
      help: 'The gateway whose incoming traffic the table steers, mostly to an appliance.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'route-table',
    id,
    name,
    vpc: parent,
    routes: [],
    edgeOf: null,
    propagatingGateways: [],
  }),
}
