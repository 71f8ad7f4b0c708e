import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../kinds/registry.ts'

/** Fields of a construct that a call may set; the rest are AWS's defaults. `id` alone is used as it is, `name` doubles as id where it can. */
export type Given<K extends ConstructKind> = Partial<Omit<ConstructOf<K>, 'kind'>>

/** What the calls are made of: see `designBuilder.ts`. */
export interface Tools {
  readonly place: <K extends ConstructKind>(
    kind: K,
    parent: ConstructId,
    given: Given<K>,
    named?: string,
  ) => ConstructId
  readonly change: (id: ConstructId, fields: object) => void
  readonly at: (id: ConstructId) => Construct | null
  readonly everyOne: <K extends ConstructKind>(kind: K) => readonly ConstructOf<K>[]
  readonly region: () => ConstructId
  readonly regionOf: (id: ConstructId) => ConstructId
  readonly vpcOf: (id: ConstructId) => ConstructId
  readonly firstAccount: () => ConstructId
}

/** Subnets as ids, or entries with chosen addresses. */
export type Rows = readonly (
  | ConstructId
  | {
      readonly subnet: ConstructId
      readonly privateIp?: string | null
      readonly publicIp?: string
      readonly ipv6?: string | null
    }
)[]
const rowOf = (one: Rows[number]) => (typeof one === 'string' ? { subnet: one } : one)
const privateRows = (rows: Rows = []) => rows.map(rowOf).map(({ subnet, privateIp = null }) => ({ subnet, privateIp }))
const nodeRows = (rows: Rows = []) =>
  rows.map(rowOf).map(({ subnet, privateIp = null, publicIp = 'auto' }) => ({ subnet, privateIp, publicIp }))
/** The entries of an interface endpoint. */
export const endpointRows = (rows: Rows = []) =>
  rows.map(rowOf).map(({ subnet, privateIp = null, ipv6 = null }) => ({ subnet, privateIp, ipv6 }))

/** `['TCP', 443, group]` */
type Listener<P> = readonly [protocol: P, port: number, targetGroup?: ConstructId | null]
const listenersOf = <P>(listeners: readonly Listener<P>[] = []) =>
  listeners.map(([protocol, port, targetGroup = null]) => ({ protocol, port, targetGroup }))
type With<K extends ConstructKind, Replaced> = Omit<Given<K>, keyof Replaced> & Replaced

type NlbProtocol = ConstructOf<'network-load-balancer'>['listeners'][number]['protocol']
type AlbListener = NonNullable<Given<'application-load-balancer'>['listeners']>[number]
/** `['HTTPS', 443, group, { rules }]` */
type RuledListener = readonly [
  ...Listener<AlbListener['protocol']>,
  more?: Pick<AlbListener, 'weighted' | 'redirect' | 'statusCode'> & { readonly rules?: readonly DrawnRule[] },
]
type Rule = NonNullable<AlbListener['rules']>[number]
type DrawnRule = Partial<Rule> & Pick<Rule, 'priority'>
const NO_CONDITION = { hosts: [], paths: [], sources: [], others: [], targetGroup: null }
type Target = ConstructOf<'target-group'>['targets'][number]
type RecordType = ConstructOf<'hosted-zone'>['records'][number]['type']
/** `['db', 'A', '10.0.0.9']`: several values follow one another. The name is in full, or `@`. */
type ZoneRecord =
  | readonly [name: string, type: RecordType, ...values: string[]]
  | { readonly name: string; readonly alias: ConstructId }
/** A destination (a CIDR, or a prefix list) and an attachment, `blackhole`. */
type TransitRoutes = readonly (readonly [destination: string, target: ConstructId])[]

/** Calls for load balancers, endpoint services and what their endpoints are. */
export function balancerCalls({ place, at, region, regionOf, vpcOf, firstAccount }: Tools) {
  return {
    nlb: (
      vpc: ConstructId,
      given: With<
        'network-load-balancer',
        { readonly subnets?: Rows; readonly listeners?: readonly Listener<NlbProtocol>[] }
      > = {},
    ): ConstructId =>
      place('network-load-balancer', vpc, {
        ...given,
        subnets: nodeRows(given.subnets),
        listeners: listenersOf(given.listeners),
      }),
    alb: (
      vpc: ConstructId,
      given: With<
        'application-load-balancer',
        { readonly subnets?: Rows; readonly listeners?: readonly RuledListener[] }
      > = {},
    ): ConstructId =>
      place('application-load-balancer', vpc, {
        ...given,
        subnets: nodeRows(given.subnets),
        listeners: (given.listeners ?? []).map(([protocol, port, targetGroup = null, { rules, ...more } = {}]) => ({
          protocol,
          port,
          targetGroup,
          ...more,
          ...(rules && { rules: rules.map((rule) => ({ ...NO_CONDITION, ...rule })) }),
        })),
      }),
    gwlb: (vpc: ConstructId, given: With<'gateway-load-balancer', { readonly subnets?: Rows }> = {}): ConstructId =>
      place('gateway-load-balancer', vpc, { ...given, subnets: privateRows(given.subnets) }),
    /** Targets by id or by address (which makes it of type ip); all healthy unless an entry says otherwise. */
    targetGroup: (
      vpc: ConstructId,
      targets: readonly (ConstructId | Partial<Target>)[] = [],
      given: Given<'target-group'> = {},
    ): ConstructId => {
      const rows = targets.map((one): Target => {
        const entry = typeof one === 'string' ? (at(one) ? { target: one } : { address: one }) : one
        return { target: null, address: null, port: null, health: 'healthy', ...entry }
      })
      const targetType = rows.some(({ address }) => address !== null)
        ? 'ip'
        : rows.some(({ target }) => target !== null && at(target)?.kind === 'application-load-balancer')
          ? 'alb'
          : 'instance'
      return place('target-group', vpc, { targetType, ...given, targets: rows })
    },
    /** Accepts by itself unless told otherwise, and lets everyone in. */
    endpointService: (loadBalancers: readonly ConstructId[], given: Given<'endpoint-service'> = {}): ConstructId =>
      place('endpoint-service', given.region ?? (loadBalancers[0] ? regionOf(loadBalancers[0]) : region()), {
        account: firstAccount(),
        acceptanceRequired: false,
        allowedPrincipals: ['*'],
        ...given,
        loadBalancers,
      }),
    /** `service` is a drawn endpoint service, or the name of one that is not drawn. */
    gwlbe: (
      subnet: ConstructId,
      service: ConstructId,
      given: Given<'gateway-load-balancer-endpoint'> = {},
    ): ConstructId =>
      place('gateway-load-balancer-endpoint', subnet, {
        ...(at(service) ? { endpointService: service } : { service }),
        ...given,
      }),
    resourceEndpoint: (vpc: ConstructId, given: Given<'resource-endpoint'> = {}): ConstructId =>
      place('resource-endpoint', vpc, given),
    resourceGateway: (vpc: ConstructId, given: Given<'resource-gateway'> = {}): ConstructId =>
      place('resource-gateway', vpc, given),
    resourceConfiguration: (given: Given<'resource-configuration'> = {}): ConstructId =>
      place('resource-configuration', given.region ?? region(), { account: firstAccount(), ...given }),
    serviceNetwork: (given: Given<'service-network'> = {}): ConstructId =>
      place('service-network', given.region ?? region(), { account: firstAccount(), ...given }),
    serviceNetworkEndpoint: (vpc: ConstructId, given: Given<'service-network-endpoint'> = {}): ConstructId =>
      place('service-network-endpoint', vpc, given),

    /** Records as `['db.example.internal', 'A', '10.0.0.9']`, or `{ name, alias }`. Private where it has VPCs. */
    hostedZone: (
      domain: string,
      vpcs: readonly ConstructId[] = [],
      given: With<'hosted-zone', { readonly records?: readonly ZoneRecord[] }> = {},
    ): ConstructId =>
      place('hosted-zone', '', {
        account: firstAccount(),
        visibility: vpcs.length > 0 ? 'private' : 'public',
        ...given,
        domain,
        vpcs,
        records: (given.records ?? []).map((record) =>
          'alias' in record
            ? { type: 'A', values: [], ...record }
            : { name: record[0], type: record[1], values: record.slice(2), alias: null },
        ),
      }),
    /** In the VPC of its first subnet. */
    resolverEndpoint: (
      direction: 'inbound' | 'outbound',
      subnets: Rows,
      given: Given<'resolver-endpoint'> = {},
    ): ConstructId =>
      place('resolver-endpoint', given.vpc ?? vpcOf(rowOf(subnets[0]!).subnet), {
        ...given,
        direction,
        addresses: privateRows(subnets),
      }),
    /** Forwards to those servers; a system rule where there are none. */
    resolverRule: (domain: string, servers: readonly string[], given: Given<'resolver-rule'> = {}): ConstructId =>
      place('resolver-rule', given.region ?? (given.vpcs?.[0] ? regionOf(given.vpcs[0]) : region()), {
        ruleType: servers.length > 0 ? 'forward' : 'system',
        ...given,
        domain,
        targets: servers.map((address) => ({ address, port: 53 })),
      }),
    dnsFirewall: (rules: Given<'dns-firewall-rule-group'>['rules'], given: Given<'dns-firewall-rule-group'> = {}) =>
      place('dns-firewall-rule-group', given.region ?? region(), { ...given, rules: rules ?? [] }),
    profile: (given: Given<'route-53-profile'> = {}): ConstructId =>
      place('route-53-profile', given.region ?? region(), { account: given.account ?? firstAccount(), ...given }),
  }
}

/** Calls for what joins networks, and for networks outside AWS. */
export function connectionCalls({ place, change, at, everyOne, region, regionOf, vpcOf, firstAccount }: Tools) {
  const tablesOf = (gateway: ConstructId) =>
    everyOne('transit-gateway-route-table').filter((table) => table.transitGateway === gateway)
  /** Puts an attachment into a table: that one, or the first of the gateway; null = into none. */
  const enter = (
    attachment: ConstructId,
    gateway: ConstructId,
    table: ConstructId | null | undefined,
    propagates: boolean,
  ) => {
    const found = table === null ? undefined : tablesOf(gateway).find(({ id }) => table === undefined || id === table)
    if (!found) return
    change(found.id, {
      associations: [...found.associations, attachment],
      ...(propagates && { propagations: [...found.propagations, attachment] }),
    })
  }
  const firstInEachZone = (vpc: ConstructId): readonly ConstructId[] => {
    const seen = new Set<ConstructId>()
    return everyOne('subnet')
      .filter(({ id, zone }) => vpcOf(id) === vpc && !seen.has(zone) && seen.add(zone))
      .map(({ id }) => id)
  }
  type Entered<K extends ConstructKind> = Given<K> & {
    /** The table that it is associated with and propagated into: the gateway's first by default, null = none. */
    readonly table?: ConstructId | null
  }
  return {
    egressOnlyInternetGateway: (vpc: ConstructId, given: Given<'egress-only-internet-gateway'> = {}): ConstructId =>
      place('egress-only-internet-gateway', vpc, given),
    regionalNatGateway: (vpc: ConstructId, given: Given<'regional-nat-gateway'> = {}): ConstructId =>
      place('regional-nat-gateway', vpc, given),
    elasticIp: (given: Given<'elastic-ip'> = {}): ConstructId =>
      place('elastic-ip', given.region ?? (given.holder ? regionOf(given.holder) : region()), given),
    blockPublicAccess: (
      mode: ConstructOf<'block-public-access'>['mode'],
      given: Given<'block-public-access'> = {},
    ): ConstructId =>
      place('block-public-access', given.region ?? region(), { account: firstAccount(), mode, ...given }),
    networkFirewall: (vpc: ConstructId, given: Given<'network-firewall'> = {}): ConstructId =>
      place('network-firewall', vpc, given),
    /** A rule group; firewalls name it in `ruleGroups`. */
    firewallRules: (given: Given<'firewall-rule-group'> = {}): ConstructId =>
      place('firewall-rule-group', given.region ?? region(), { account: firstAccount(), ...given }),

    /** Active; routes are not written. */
    peering: (requester: ConstructId, accepter: ConstructId, given: Given<'peering-connection'> = {}): ConstructId =>
      place('peering-connection', requester, { accepter, ...given }),

    /** Without any route table: see `transitTable`. */
    transitGateway: (given: Given<'transit-gateway'> = {}): ConstructId =>
      place('transit-gateway', given.region ?? region(), { account: firstAccount(), ...given }),
    /** `[['10.0.0.0/8', attachment]]` are static routes; `blackhole` drops. Draw it before what is attached, to have that in it. */
    transitTable: (
      gateway: ConstructId,
      routes: TransitRoutes = [],
      given: Given<'transit-gateway-route-table'> = {},
    ): ConstructId =>
      place('transit-gateway-route-table', gateway, {
        ...given,
        routes: routes.map(([to, target]) => ({
          destination: to.includes('/') ? { cidr: to } : { prefixList: to },
          target,
        })),
      }),
    /** With the first subnet of each zone unless told otherwise. */
    attach: (
      vpc: ConstructId,
      gateway: ConstructId,
      given: Entered<'transit-gateway-attachment'> = {},
    ): ConstructId => {
      const { table, ...rest } = given
      const id = place('transit-gateway-attachment', vpc, {
        transitGateway: gateway,
        subnets: firstInEachZone(vpc),
        ...rest,
      })
      enter(id, gateway, table, true)
      return id
    },
    /** Associated with the first table of both gateways; nothing propagates over it. */
    transitPeering: (
      gateway: ConstructId,
      peer: ConstructId,
      given: Given<'transit-gateway-peering'> = {},
    ): ConstructId => {
      const id = place('transit-gateway-peering', gateway, { peer, ...given })
      enter(id, gateway, undefined, false)
      enter(id, peer, undefined, false)
      return id
    },
    virtualPrivateGateway: (vpc: ConstructId, given: Given<'virtual-private-gateway'> = {}): ConstructId =>
      place('virtual-private-gateway', vpc, given),
    customerGateway: (given: Given<'customer-gateway'> = {}): ConstructId =>
      place('customer-gateway', given.region ?? region(), given),
    /** `gateway` is a virtual private gateway or a transit gateway. */
    vpn: (customerGateway: ConstructId, gateway: ConstructId, given: Entered<'vpn-connection'> = {}): ConstructId => {
      const { table, ...rest } = given
      const id = place('vpn-connection', regionOf(gateway), { customerGateway, gateway, ...rest })
      if (at(gateway)?.kind === 'transit-gateway') enter(id, gateway, table, true)
      return id
    },
    directConnect: (network: ConstructId, gateway: ConstructId, given: Entered<'direct-connect'> = {}): ConstructId => {
      const { table, ...rest } = given
      const id = place('direct-connect', regionOf(gateway), { network, gateway, ...rest })
      if (at(gateway)?.kind === 'transit-gateway') enter(id, gateway, table, true)
      return id
    },
    onPremises: (cidrs: readonly string[], given: Given<'on-premises-network'> = {}): ConstructId =>
      place('on-premises-network', '', { ...given, cidrs }),
    onPremisesHost: (network: ConstructId, privateIp: string, given: Given<'on-premises-host'> = {}): ConstructId =>
      place('on-premises-host', network, { privateIp, ...given }),
  }
}
