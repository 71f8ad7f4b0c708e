import { groupBy } from '../../base/groupBy.ts'
import { listConstructs, listOfKind, regionOf, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { definitions } from '../../model/kinds/definitions.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Origin } from '../../topology/origin.ts'
import { lives } from './endpointLife.ts'
import { place } from './place.ts'

/** One default quota of AWS, and how often each holder uses it. Source: VPC guide, quotas; AWS PrivateLink guide, quotas; read 2026. */
export interface Quota {
  /** Plural, after a number: `routes`. */
  readonly what: string
  readonly limit: number
  /** Whether AWS raises it on request. */
  readonly adjustable: boolean
  count(design: Design): Iterable<Use>
}
interface Use {
  /** The construct that has the things, for the message. */
  readonly holder: ConstructId
  readonly number: number
  /** Where to look: the list, or the first thing too many. */
  readonly at: Origin
}

/** Every quota that a design can run into. */
export const quotas: readonly Quota[] = [
  {
    what: 'VPCs',
    limit: 5,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'vpc'), 5, (one) => one.region),
  },
  {
    what: 'subnets',
    limit: 200,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'subnet'), 200, (one) => vpcOf(design, one.id)?.id ?? null),
  },
  {
    what: 'route tables',
    limit: 200,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'route-table'), 200, (one) => one.vpc),
  },
  {
    what: 'interface and Gateway Load Balancer endpoints',
    limit: 50,
    adjustable: true,
    count: (design) =>
      countBy(
        [
          ...listOfKind(design, 'interface-endpoint').filter(lives),
          ...listOfKind(design, 'gateway-load-balancer-endpoint').filter(lives),
        ],
        50,
        ({ id }) => vpcOf(design, id)?.id ?? null,
      ),
  },
  {
    what: 'gateway endpoints',
    limit: 255,
    adjustable: false,
    count: (design) => countBy(listOfKind(design, 'gateway-endpoint').filter(lives), 255, (one) => one.vpc),
  },
  {
    what: 'resource endpoints',
    limit: 200,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'resource-endpoint'), 200, (one) => one.vpc),
  },
  {
    what: 'service network endpoints',
    limit: 50,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'service-network-endpoint'), 50, (one) => one.vpc),
  },
  {
    what: 'active peering connections',
    limit: 50,
    adjustable: true,
    count: countPeerings,
  },
  {
    what: 'Elastic IP addresses',
    limit: 5,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'elastic-ip'), 5, (one) => one.region),
  },
  {
    what: 'network interfaces',
    limit: 5000,
    adjustable: true,
    count: countInterfaces,
  },
  {
    what: 'static routes',
    limit: 10_000,
    adjustable: true,
    count: (design) =>
      countBy(
        listOfKind(design, 'transit-gateway-route-table').flatMap(({ id, transitGateway, routes }) =>
          routes.map(() => ({ id, transitGateway })),
        ),
        10_000,
        (one) => one.transitGateway,
      ),
  },
  {
    what: 'attachments',
    limit: 5000,
    adjustable: true,
    count: (design) =>
      countBy(listOfKind(design, 'transit-gateway-attachment').filter(lives), 5000, (one) => one.transitGateway),
  },
  {
    what: 'gateway endpoints',
    limit: 20,
    adjustable: true,
    count: (design) =>
      countBy(listOfKind(design, 'gateway-endpoint').filter(lives), 20, (one) => regionIdOf(design, one.vpc)),
  },
  {
    what: 'NAT gateways',
    limit: 5,
    adjustable: true,
    count: (design) => countBy(listOfKind(design, 'nat-gateway'), 5, (one) => zoneIdOf(design, one.subnet)),
  },
  {
    what: 'routes',
    limit: 50,
    adjustable: true,
    count: (design) => listOfKind(design, 'route-table').map(({ id, routes }) => useOf(id, routes.length, 'routes')),
  },
  {
    what: 'rules in one direction',
    limit: 20,
    adjustable: true,
    count: (design) =>
      listOfKind(design, 'network-acl').flatMap(({ id, ingress, egress }) => [
        useOf(id, ingress.length, 'ingress'),
        useOf(id, egress.length, 'egress'),
      ]),
  },
  {
    what: 'rules in one direction',
    limit: 60,
    adjustable: true,
    count: (design) =>
      listOfKind(design, 'security-group').flatMap(({ id, ingress, egress }) => [
        ...byFamily(ingress).map((number) => useOf(id, number, 'ingress')),
        ...byFamily(egress).map((number) => useOf(id, number, 'egress')),
      ]),
  },
  {
    what: 'security groups on one interface',
    limit: 5,
    adjustable: true,
    count: (design) => [
      ...listOfKind(design, 'client').flatMap(({ id, interfaces }) =>
        interfaces.map((one, i) => useOf(id, one.securityGroups.length, 'interfaces', i, 'securityGroups')),
      ),
      ...listOfKind(design, 'interface-endpoint').map((one) =>
        useOf(one.id, one.securityGroups.length, 'securityGroups'),
      ),
      ...listOfKind(design, 'network-load-balancer').map((one) =>
        useOf(one.id, one.securityGroups?.length ?? 0, 'securityGroups'),
      ),
      ...listOfKind(design, 'application-load-balancer').map((one) =>
        useOf(one.id, one.securityGroups.length, 'securityGroups'),
      ),
    ],
  },
]

/** An active peering connection counts in both of its VPCs. */
function countPeerings(design: Design): readonly Use[] {
  const sides = listOfKind(design, 'peering-connection').flatMap(({ id, state, requester, accepter }) =>
    state === 'active' ? [...new Set([requester, accepter])].map((vpc) => ({ id, vpc })) : [],
  )
  return countBy(sides, 50, (one) => one.vpc)
}

/** Interfaces of every kind that a Region holds. */
function countInterfaces(design: Design): readonly Use[] {
  const owners = listConstructs(design).flatMap((construct) =>
    (definitions[construct.kind].occupies?.(construct) ?? []).map(() => construct),
  )
  // where all of them together are within the quota, nobody needs to ask for their Regions
  return owners.length <= 5000 ? [] : countBy(owners, 5000, ({ id }) => regionOf(design, id)?.id ?? null)
}

const useOf = (holder: ConstructId, number: number, ...path: readonly (string | number)[]): Use => ({
  holder,
  number,
  at: place(holder, ...path),
})

function countBy<T extends { readonly id: ConstructId }>(
  items: readonly T[],
  limit: number,
  holderOf: (item: T) => string | null,
): readonly Use[] {
  return [...groupBy(items, holderOf)].map(([holder, group]) => ({
    holder,
    number: group.length,
    at: place(group[Math.min(limit, group.length - 1)]!.id),
  }))
}

const regionIdOf = (design: Design, vpc: ConstructId): ConstructId | null => {
  const construct = design.constructs[vpc]
  return construct?.kind === 'vpc' ? construct.region : null
}

const zoneIdOf = (design: Design, subnet: ConstructId): ConstructId | null => {
  const construct = design.constructs[subnet]
  return construct?.kind === 'subnet' ? construct.zone : null
}

/** IPv4 and IPv6 rules are counted apart; a rule for a group or a prefix list counts in both. */
function byFamily(rules: readonly { readonly peer: object }[]): readonly number[] {
  const isOf = (peer: object, colon: boolean) => !('cidr' in peer) || String(peer.cidr).includes(':') === colon
  return [rules.filter(({ peer }) => isOf(peer, false)).length, rules.filter(({ peer }) => isOf(peer, true)).length]
}
