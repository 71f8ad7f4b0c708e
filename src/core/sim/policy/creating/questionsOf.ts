import type { Construct } from '../../../model/kinds/registry.ts'
import { type ContextValue, UNKNOWN } from '../../../policy/language/context.ts'
import { type Ground, openKeys } from './ground.ts'
import type { Question, Way } from './question.ts'
import { anyId, serviceKeys } from './serviceKeys.ts'
import { drawnOf, type Site, siteOf } from './siteOf.ts'
import { ID_SHAPES, witnesses } from './witnesses.ts'

type Type = keyof typeof ID_SHAPES

const ENDPOINTS = [
  'interface-endpoint',
  'gateway-endpoint',
  'gateway-load-balancer-endpoint',
  'resource-endpoint',
  'service-network-endpoint',
] as const satisfies readonly Construct['kind'][]
export const isEndpoint = ({ kind }: Construct): boolean => ENDPOINTS.some((one) => one === kind)

/** Tags of what is there nobody knows; nor keys that the reference lists for a type of resource and not for this action. */
const OPEN_OF_OLD = /^(?:(?:aws|ec2):resourcetag\/.*|ec2:(?:tenancy|vpc|availabilityzone(?:id)?))$/
const OPEN_OF_CHANGE = /^(?:(?:aws|ec2):resourcetag\/.*|ec2:attribute(?:\/.*)?)$/
const OPEN_OF_NEW = /^aws:(?:requesttag\/.*|tagkeys)$/
const NOTHING = /^$/
const TAKEN_OF_OLD =
  /^(?:(?:aws|ec2):resourcetag\/|ec2:(?:tenancy|vpcid$|vpc$|subnetid|securitygroupid|routetableid|availab|attribute))/
const TAKEN_OF_NEW = /^(?:aws:requesttag\/|aws:tagkeys|ec2:(?:vpce|createaction))/
const TAKEN_OF_CHANGE = /^(?:(?:aws|ec2):resourcetag\/|ec2:(?:vpce|attribute))/

const SUPPORTED = (regions: readonly string[]): Readonly<Record<string, ContextValue>> => ({
  'ec2:VpceMultiRegion': UNKNOWN,
  'ec2:VpceSupportedRegion': regions.length > 0 ? regions : UNKNOWN,
})

/** Actions on an endpoint service that is there, in small letters. */
const ON_SERVICE = new Set(
  [
    'ModifyVpcEndpointServiceConfiguration',
    'ModifyVpcEndpointServicePermissions',
    'ModifyVpcEndpointServicePayerResponsibility',
    'DeleteVpcEndpointServiceConfigurations',
    'AcceptVpcEndpointConnections',
    'RejectVpcEndpointConnections',
    'StartVpcEndpointServicePrivateDnsVerification',
  ].map((one) => `ec2:${one.toLowerCase()}`),
)

/** Whether an action makes, changes or removes endpoints or endpoint services. */
export const isCreating = (action: string): boolean =>
  ON_SERVICE.has(action) ||
  /^(?:ec2:(?:create|modify)vpcendpoint|ec2:deletevpcendpoints|ec2:createvpcendpointserviceconfiguration|vpce:allowmultiregion)$/.test(
    action,
  )

/**
 * What a call about a drawn endpoint or endpoint service asks IAM, one question for each resource that it is about, each with the keys of that resource. Null:
 * the action is not about such a thing. Source: Service Authorization Reference, Amazon EC2 and AWS PrivateLink.
 */
export function questionsOf(ground: Ground, named: string, construct: Construct): readonly Question[] | null {
  const action = named.toLowerCase()
  const site = siteOf(ground.topology, construct)
  if (!site) return null
  const about = aboutOf(ground, named, site)
  if (isEndpoint(construct)) {
    const { ways, open } = serviceKeys(ground, construct, site.region)
    if (action === 'ec2:createvpcendpoint')
      return [
        about.old('vpc', site.vpc, 'ec2:VpcID'),
        about.made('vpc-endpoint', ways, open),
        ...partsOf(ground, about, construct, site),
      ]
    if (action === 'vpce:allowmultiregion') return [about.made('vpc-endpoint', [{}], null)]
    if (action === 'ec2:modifyvpcendpoint')
      return [
        about.changed(
          'vpc-endpoint',
          construct,
          ways.map(without(/^ec2:VpceService(?:Name|Owner)$/)).slice(0, 1),
          null,
        ),
      ]
    if (action === 'ec2:deletevpcendpoints')
      return [about.changed('vpc-endpoint', construct, ways.map(without(/^ec2:VpceServiceOwner$/)), open)]
    return null
  }
  if (construct.kind !== 'endpoint-service') return null
  const { supportedRegions, privateDnsName } = construct
  const dnsName = privateDnsName ? { 'ec2:VpceServicePrivateDnsName': [privateDnsName] } : {}
  const type = 'vpc-endpoint-service'
  if (action === 'ec2:createvpcendpointserviceconfiguration')
    return [about.made(type, [{ ...SUPPORTED(supportedRegions), 'ec2:VpceServiceRegion': UNKNOWN, ...dnsName }], null)]
  if (action === 'vpce:allowmultiregion') return [about.made(type, [{}], null)]
  if (!ON_SERVICE.has(action)) return null
  const carried = action === 'ec2:modifyvpcendpointserviceconfiguration' ? dnsName : {}
  return [about.changed(type, construct, [{ ...SUPPORTED(supportedRegions), ...carried }], null)]
}

type Keys = Way['keys']
const without =
  (which: RegExp) =>
  (keys: Keys): Keys =>
    Object.fromEntries(Object.entries(keys).filter(([key]) => !which.test(key)))

/** What makes questions about things of one site. */
function aboutOf(ground: Ground, action: string, { region, account, partition }: Site) {
  const arnOf = (type: Type, id: string) => `arn:${partition}:ec2:${region}:${account}:${type}/${id}`
  const always = { 'ec2:Region': [region] }
  const shared = { action, account, perhaps: null }
  /** Something that is there; what nobody has said is its id. `key` carries it. */
  const there = (
    type: Type,
    construct: Construct | null,
    keysOf: (id: string) => readonly Keys[],
    openWays: string | null,
  ) => {
    const known = construct && ec2Id(type, construct)
    const { start } = ID_SHAPES[type]
    const ids = known ? [known] : [anyId(start, construct?.id ?? type), ...witnesses(ground.texts, ID_SHAPES[type])]
    const ways = ids.flatMap((id) =>
      keysOf(id).map((keys): Way => ({ arn: arnOf(type, id), keys: { ...always, ...keys } })),
    )
    const idOpen =
      ids.length > 1
        ? `the id of ${construct ? `“${construct.name || construct.id}”` : `the ${type}`} (AWS’s own)`
        : null
    return {
      ...shared,
      type,
      construct: construct?.id ?? null,
      ways,
      open: idOpen ?? (ways.length > 1 ? openWays : null),
    }
  }
  return {
    old: (type: Type, construct: Construct | null, key: string): Question => ({
      ...there(type, construct, (id) => [{ ...openKeys(ground, OPEN_OF_OLD), [key]: [id] }], null),
      takes: TAKEN_OF_OLD,
    }),
    changed: (type: Type, construct: Construct, keys: readonly Keys[], open: string | null): Question => ({
      ...there(type, construct, () => keys.map((one) => ({ ...openKeys(ground, OPEN_OF_CHANGE), ...one })), open),
      takes: TAKEN_OF_CHANGE,
    }),
    /** Something new, whose id IAM is asked about as `*`. */
    made: (type: Type, keys: readonly Keys[], open: string | null): Question => ({
      ...shared,
      type,
      construct: null,
      ways: keys.map((one) => ({
        arn: arnOf(type, '*'),
        keys: { ...always, ...openKeys(ground, ground.tagsNotSaid ? OPEN_OF_NEW : NOTHING), ...one },
      })),
      open,
      takes: TAKEN_OF_NEW,
    }),
  }
}

/** The id that AWS gave it; null = nobody has said. */
function ec2Id(type: Type, construct: Construct): string | null {
  const said = 'awsId' in construct ? construct.awsId : 'serviceId' in construct ? construct.serviceId : null
  return said || (ID_SHAPES[type].fits.test(construct.id) ? construct.id : null)
}

/** What an endpoint stands on beside its VPC: subnets and groups, or route tables. */
function partsOf(
  { topology }: Ground,
  about: ReturnType<typeof aboutOf>,
  endpoint: Construct,
  { vpc }: Site,
): readonly Question[] {
  if (endpoint.kind === 'gateway-endpoint')
    return drawnOf(topology, endpoint.routeTables).map((one) => about.old('route-table', one, 'ec2:RouteTableID'))
  const subnets =
    endpoint.kind === 'gateway-load-balancer-endpoint'
      ? [endpoint.subnet]
      : 'subnets' in endpoint
        ? endpoint.subnets.map((one) => (typeof one === 'string' ? one : (one as { subnet: string }).subnet))
        : []
  const groups = 'securityGroups' in endpoint && Array.isArray(endpoint.securityGroups) ? endpoint.securityGroups : null
  const byDefault = groups?.length === 0
  const named = byDefault ? [vpc?.defaultSecurityGroup ?? ''] : (groups ?? [])
  const drawn: readonly (Construct | null)[] = drawnOf(topology, named)
  const asked = (byDefault && drawn.length === 0 ? [null] : drawn).map((one) =>
    about.old('security-group', one, 'ec2:SecurityGroupID'),
  )
  return [
    ...drawnOf(topology, subnets).map((one) => about.old('subnet', one, 'ec2:SubnetID')),
    ...asked.map((one) => (byDefault ? { ...one, perhaps: BY_DEFAULT } : one)),
  ]
}

const BY_DEFAULT = 'whether AWS asks about the VPC’s default security group where the call names none'
