import { ancestorOf, constructAt, vpcOf } from '../containment.ts'
import { type AccessRequest, type Design, type Expectation, FORMAT, VERSION } from '../design.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import {
  type Construct,
  type ConstructId,
  type ConstructKind,
  type ConstructOf,
  constructSchema,
} from '../kinds/registry.ts'
import { newId } from '../newId.ts'
import { balancerCalls, connectionCalls, endpointRows, type Given, type Rows } from './networkCalls.ts'
import { type AclEntry, aclEntryOf, type GroupRule, groupRuleOf } from './ruleShorthand.ts'

export type { Given } from './networkCalls.ts'

type Routes = readonly (readonly [destination: string, target: ConstructId, interfaceIndex?: number])[]
type Interface = ConstructOf<'client'>['interfaces'][number]
type ClientGiven = Given<'client'> & Partial<Omit<Interface, 'subnet'>>
interface GroupGiven extends Omit<Given<'security-group'>, 'ingress' | 'egress'> {
  readonly ingress?: readonly GroupRule[]
  readonly egress?: readonly GroupRule[]
}
interface AclGiven extends Omit<Given<'network-acl'>, 'ingress' | 'egress'> {
  readonly ingress?: readonly AclEntry[]
  readonly egress?: readonly AclEntry[]
  readonly subnets?: readonly ConstructId[]
}

/** Writes a design the way one would describe it: every call places a construct and gives its id. */
export type DesignBuilder = ReturnType<typeof createBuilder>

/** The design that the calls in `draw` place. Account and Region come by themselves: `account-1`, and us-east-1 as `region-1`. */
export function buildDesign(draw: (b: DesignBuilder) => void): Design {
  const design: Mutable = {
    format: FORMAT,
    version: VERSION,
    title: 'Example',
    description: '',
    rulesAsOf: 'latest',
    constructs: {},
    requests: [],
    layout: {},
  }
  draw(createBuilder(design))
  return { ...design, constructs: { ...design.constructs } }
}

type Mutable = { -readonly [K in keyof Design]: Design[K] } & {
  constructs: Record<ConstructId, Construct>
  requests: Design['requests'][number][]
}

function createBuilder(design: Mutable) {
  // `listOfKind` remembers its answers for designs that do not change; this one does.
  const everyOne = <K extends ConstructKind>(kind: K): readonly ConstructOf<K>[] =>
    Object.values(design.constructs).filter((one): one is ConstructOf<K> => one.kind === kind)
  const place = <K extends ConstructKind>(
    kind: K,
    parent: ConstructId,
    given: Given<K>,
    named?: string,
  ): ConstructId => {
    const wanted = given.id ?? given.name ?? named
    const isFree =
      wanted !== undefined && constructAt(design, wanted) === null && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(wanted)
    const id = given.id ?? (isFree ? wanted : newId(design, kind))
    const blank = createConstruct(kind, id, given.name ?? wanted ?? id, parent)
    design.constructs[id] = constructSchema.parse({ ...blank, ...given, id, kind })
    return id
  }
  const change = (id: ConstructId, fields: object): void => {
    const construct = constructAt(design, id)
    if (!construct) throw new Error(`The design has no construct “${id}”`)
    design.constructs[id] = constructSchema.parse({ ...construct, ...fields })
  }
  const account = (given: Given<'account'> = {}) => place('account', '', given)
  const region = (code = 'us-east-1', given: Given<'region'> = {}) =>
    everyOne('region').find((one) => one.code === code)?.id ??
    place('region', '', { code, id: newId(design, 'region'), name: code, ...given })
  const firstAccount = () => everyOne('account')[0]?.id ?? account()
  const codeOf = (id: ConstructId) => ancestorOf(design, id, 'region')?.code ?? 'us-east-1'
  /** `s3` -> `com.amazonaws.us-east-1.s3`; full names stay. */
  const serviceName = (name: string, within: ConstructId) =>
    /^(com\.amazonaws\.|cn\.com\.|aws\.)/.test(name) ? name : `com.amazonaws.${codeOf(within)}.${name}`
  /** A drawn endpoint service, or the name of any other. Private DNS needs a private DNS name. */
  const serviceOf = (service: string, within: ConstructId): Given<'interface-endpoint'> => {
    const drawn = constructAt(design, service)
    return drawn?.kind === 'endpoint-service'
      ? { endpointService: drawn.id, privateDns: drawn.privateDnsName !== null }
      : { service: serviceName(service, within) }
  }
  const destination = (text: string) => (text.includes('/') ? { cidr: text } : { prefixList: text })

  const zone = (vpc: ConstructId, zoneName: string, given: Given<'availability-zone'> = {}) =>
    everyOne('availability-zone').find((one) => one.vpc === vpc && one.zoneName === zoneName)?.id ??
    place('availability-zone', vpc, { zoneName, name: given.name ?? zoneName, ...given })

  const client = (runtime: ConstructOf<'client'>['runtime'], subnet: ConstructId, given: ClientGiven) => {
    const { securityGroups, privateIp, ipv6, publicIp, sourceDestCheck, interfaceId, ...rest } = given
    const primary: Interface = {
      subnet,
      securityGroups: securityGroups ?? [],
      privateIp: privateIp ?? null,
      ipv6: ipv6 ?? null,
      publicIp: publicIp ?? 'none',
      sourceDestCheck: sourceDestCheck ?? true,
      interfaceId: interfaceId ?? null,
    }
    return place('client', subnet, { runtime, interfaces: [primary], ...rest })
  }

  const routeTable = (
    vpc: ConstructId,
    routes: Routes = [],
    given: Given<'route-table'> & { readonly subnets?: readonly ConstructId[] } = {},
  ) => {
    const { subnets = [], ...rest } = given
    const id = place('route-table', vpc, {
      routes: routes.map(([to, target, index]) => ({
        destination: destination(to),
        target,
        ...(index !== undefined && { interface: index }),
      })),
      ...rest,
    })
    for (const subnet of subnets) change(subnet, { routeTable: id })
    return id
  }

  const tools = {
    place,
    change,
    at: (id: ConstructId) => constructAt(design, id),
    everyOne,
    region: () => region(),
    regionOf: (id: ConstructId) => ancestorOf(design, id, 'region')?.id ?? region(),
    vpcOf: (id: ConstructId) => vpcOf(design, id)?.id ?? '',
    firstAccount,
  }
  return {
    ...balancerCalls(tools),
    ...connectionCalls(tools),
    /** Title, description, `rulesAsOf`, `deployment`, `deploy`. */
    settings: (
      fields: Partial<Pick<Design, 'title' | 'description' | 'rulesAsOf' | 'deployment' | 'deploy'>>,
    ): void => {
      Object.assign(design, fields)
    },

    account,
    /** The Region of that code, made on first mention. */
    region,
    /** In us-east-1 and the first account unless told otherwise. */
    vpc: (given: Given<'vpc'> = {}): ConstructId =>
      place('vpc', given.region ?? region(), { account: given.account ?? firstAccount(), ...given }),
    /** The zone of that name in the VPC, made on first mention; its id is the zone name where that is free. */
    zone,
    /** `zone` is a zone name (made on first mention) or the id of a zone. */
    subnet: (vpc: ConstructId, given: Given<'subnet'> = {}): ConstructId => {
      const wanted = given.zone ?? `${codeOf(vpc)}a`
      const standing = constructAt(design, wanted)
      const isOwn = standing?.kind === 'availability-zone' && standing.vpc === vpc
      const id = isOwn ? wanted : zone(vpc, wanted)
      return place('subnet', id, { ...given, zone: id })
    },
    ec2: (subnet: ConstructId, given: ClientGiven = {}): ConstructId => client('ec2', subnet, given),
    lambda: (subnet: ConstructId, given: ClientGiven = {}): ConstructId => client('lambda', subnet, given),
    ecs: (subnet: ConstructId, given: ClientGiven = {}): ConstructId => client('ecs', subnet, given),
    /** Answers and asks nothing. */
    database: (subnet: ConstructId, given: ClientGiven = {}): ConstructId => client('database', subnet, given),
    /** The interface of a service that is not drawn otherwise. */
    otherInterface: (subnet: ConstructId, given: ClientGiven = {}): ConstructId => client('other', subnet, given),

    internetGateway: (vpc: ConstructId, given: Given<'internet-gateway'> = {}): ConstructId =>
      place('internet-gateway', vpc, given),
    natGateway: (subnet: ConstructId, given: Given<'nat-gateway'> = {}): ConstructId =>
      place('nat-gateway', subnet, given),
    /**
     * `[['0.0.0.0/0', gateway]]`; a destination without a slash is a prefix list, a third member the interface of a client.
     * `subnets` are associated with the table.
     */
    routeTable,
    /** As `routeTable`, and makes it the main one. */
    mainTable: (vpc: ConstructId, routes: Routes = [], given: Given<'route-table'> = {}): ConstructId => {
      const id = routeTable(vpc, routes, given)
      change(vpc, { mainRouteTable: id })
      return id
    },
    /** The table of what comes in through a gateway (its edge association). */
    edgeTable: (gateway: ConstructId, routes: Routes, given: Given<'route-table'> = {}): ConstructId =>
      routeTable(tools.vpcOf(gateway), routes, { ...given, edgeOf: gateway }),
    /** Rules as `['tcp', 443, '10.0.0.0/8']`: the peer is a CIDR, a security group's id, or a prefix list. Outbound defaults to everything. */
    securityGroup: (vpc: ConstructId, given: GroupGiven = {}): ConstructId => {
      const { ingress, egress, ...rest } = given
      const rules = (list: readonly GroupRule[]) =>
        list.map((rule) => groupRuleOf(rule, (id) => constructAt(design, id)?.kind === 'security-group'))
      return place('security-group', vpc, {
        ...rest,
        ...(ingress && { ingress: rules(ingress) }),
        ...(egress && { egress: rules(egress) }),
      })
    },
    /** Rules as `[100, 'allow', 'tcp', 443, '0.0.0.0/0']`. `subnets` are associated with the ACL. */
    networkAcl: (vpc: ConstructId, given: AclGiven = {}): ConstructId => {
      const { ingress = [], egress = [], subnets = [], ...rest } = given
      const id = place('network-acl', vpc, {
        ...rest,
        ingress: ingress.map(aclEntryOf),
        egress: egress.map(aclEntryOf),
      })
      for (const subnet of subnets) change(subnet, { networkAcl: id })
      return id
    },
    prefixList: (entries: readonly string[], given: Given<'prefix-list'> = {}): ConstructId =>
      place('prefix-list', given.region ?? region(), {
        entries: entries.map((cidr) => ({ cidr, description: '' })),
        ...given,
      }),

    /** `service` is short (`s3`) or in full. */
    gatewayEndpoint: (vpc: ConstructId, service: string, given: Given<'gateway-endpoint'> = {}): ConstructId =>
      place('gateway-endpoint', vpc, { service: serviceName(service, vpc), ...given }),
    /** `service` is short, in full, or the id of a drawn endpoint service; `subnets` are ids, or entries with chosen addresses. */
    interfaceEndpoint: (
      vpc: ConstructId,
      service: string,
      given: Omit<Given<'interface-endpoint'>, 'subnets'> & { readonly subnets?: Rows } = {},
    ): ConstructId =>
      place('interface-endpoint', vpc, {
        ...serviceOf(service, vpc),
        ...given,
        subnets: endpointRows(given.subnets),
      }),

    awsService: (service: string, given: Given<'aws-service'> = {}): ConstructId => {
      const within = given.region ?? region()
      return place('aws-service', within, { service: serviceName(service, within), ...given })
    },
    s3Bucket: (bucketName: string, given: Given<'s3-bucket'> = {}): ConstructId =>
      place(
        's3-bucket',
        given.region ?? region(),
        { bucketName, account: given.account ?? firstAccount(), ...given },
        bucketName,
      ),
    iamRole: (roleName: string, given: Given<'iam-role'> = {}): ConstructId =>
      place('iam-role', '', { account: given.account ?? firstAccount(), ...given, roleName }, roleName),
    policyResource: (arn: string, given: Given<'policy-resource'> = {}): ConstructId =>
      place('policy-resource', given.region ?? region(), { account: given.account ?? firstAccount(), ...given, arn }),
    iamUser: (userName: string, given: Given<'iam-user'> = {}): ConstructId =>
      place('iam-user', '', { account: given.account ?? firstAccount(), ...given, userName }, userName),
    s3AccessPoint: (accessPointName: string, bucket: ConstructId, given: Given<'s3-access-point'> = {}): ConstructId =>
      place(
        's3-access-point',
        given.region ?? region(),
        { account: given.account ?? firstAccount(), ...given, accessPointName, bucket },
        accessPointName,
      ),
    dynamodbTable: (tableName: string, given: Given<'dynamodb-table'> = {}): ConstructId =>
      place(
        'dynamodb-table',
        given.region ?? region(),
        { tableName, account: given.account ?? firstAccount(), ...given },
        tableName,
      ),
    api: (apiId: string, given: Given<'api-gateway-api'> = {}): ConstructId =>
      place(
        'api-gateway-api',
        given.region ?? region(),
        { apiId, account: given.account ?? firstAccount(), ...given },
        apiId,
      ),
    internetHost: (given: Given<'internet-host'> = {}): ConstructId => place('internet-host', '', given),

    /** Sets fields of a construct drawn earlier. */
    set: <K extends ConstructKind>(id: ConstructId, fields: Given<K>): void => change(id, fields),
    /** The construct as it stands. */
    at: (id: ConstructId) => constructAt(design, id),
    /** Puts a construct in just as given, dangling references and all. */
    put: (construct: Construct): ConstructId => {
      design.constructs[construct.id] = construct
      return construct.id
    },
    /** Saves a request, with the verdict it must have where one is given. */
    request: (
      request: Pick<AccessRequest, 'from' | 'to'> & Partial<AccessRequest>,
      expect: (Pick<Expectation, 'verdict'> & Partial<Expectation>) | null = null,
    ): void => {
      const number = design.requests.length + 1
      design.requests.push({
        id: `request-${number}`,
        name: `${request.from} to ${request.to}`,
        request: { protocol: 'tcp', port: request.protocol === 'icmp' ? null : 443, ...request },
        expect: expect && { symptom: null, code: null, path: null, ...expect },
      })
    },
    /** The VPC that a construct lies in. */
    vpcOf: (id: ConstructId): ConstructId | null => vpcOf(design, id)?.id ?? null,
  }
}
