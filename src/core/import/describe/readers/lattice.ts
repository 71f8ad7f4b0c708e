import {
  asFields,
  asFlag,
  asHost,
  asId,
  asIds,
  asNumber,
  asRecords,
  asText,
  asTexts,
  asWord,
  type Fields,
  lastPart,
} from '../../fields.ts'
import { add, type Importing, type InputOf, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'
import { interfacesOf } from '../interfaces.ts'

type Configuration = InputOf<'resource-configuration'>
type Names = Pick<InputOf<'resource-endpoint'>, 'privateDns' | 'privateDnsPreference' | 'specifiedDomains'>

/** Of gateways, configurations and associations. Source: VPC Lattice API, status. */
const STATUSES = [
  'ACTIVE',
  'PARTIAL',
  'CREATE_IN_PROGRESS',
  'CREATE_FAILED',
  'UPDATE_IN_PROGRESS',
  'UPDATE_FAILED',
  'DELETE_IN_PROGRESS',
  'DELETE_FAILED',
] as const
/** What is being deleted, or was never made, carries nothing. */
function isThere({ Status }: Fields): boolean {
  const status = asWord(Status, STATUSES)
  return status !== 'DELETE_IN_PROGRESS' && status !== 'CREATE_FAILED'
}

/** `list-resource-gateways` or `get-resource-gateway`. Source: VPC Lattice API. */
export function readResourceGateway(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  const vpc = asId(value.VpcId) ?? asId(value.VpcIdentifier)
  if (id === null || vpc === null) return skip(importing, entry, id, 'the VPC of the resource gateway is not there')
  if (!isThere(value)) return skip(importing, entry, id, 'the resource gateway is being deleted, or was not made')
  interfacesOf(importing).take(id)
  add(importing, entry, {
    kind: 'resource-gateway',
    id,
    name: asText(value.Name) ?? id,
    vpc,
    subnets: asIds(value.SubnetIds),
    securityGroups: asIds(value.SecurityGroupIds),
    ipAddressType: asWord(value.IpAddressType, ['ipv4', 'dualstack', 'ipv6']) ?? 'ipv4',
    dnsResolution: asWord(value.ResourceConfigDnsResolution, ['public', 'in-vpc']) ?? 'public',
  })
}

const VERIFICATION = { VERIFIED: 'verified', PENDING: 'pendingVerification', VERIFICATION_TIMED_OUT: 'failed' } as const

/** `get-resource-configuration`; the list leaves out what it leads to and its ports. Source: VPC Lattice API. */
export function readResourceConfiguration(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  const type = asWord(value.Type, ['single', 'group', 'child', 'arn'])
  if (id === null || type === null)
    return skip(importing, entry, id, 'the type of the resource configuration is not there')
  if (!isThere(value)) return skip(importing, entry, id, 'the resource configuration is being deleted, or was not made')
  const definition = definitionOf(value)
  if (definition === null && type !== 'group')
    note(
      importing,
      'unknown',
      `${id}: what it leads to is not in the files: aws vpc-lattice get-resource-configuration says it`,
      entry.place,
    )
  const domain = asText(value.CustomDomainName) ?? asText(value.GroupDomain)
  const status =
    domain === null ? null : asWord(value.DomainVerificationStatus, ['VERIFIED', 'PENDING', 'VERIFICATION_TIMED_OUT'])
  add(importing, entry, {
    kind: 'resource-configuration',
    id,
    name: asText(value.Name) ?? id,
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    type,
    group: asId(value.ResourceConfigurationGroupId),
    resourceGateway: asId(value.ResourceGatewayId),
    resource: definition === null ? null : databaseBehind(importing, definition),
    definition: definition ?? '',
    ports: asTexts(value.PortRanges).flatMap(portRange),
    customDomainName: domain,
    domainVerification: status === null ? 'pendingVerification' : VERIFICATION[status],
    configurationId: id,
  })
}

function definitionOf({ ResourceConfigurationDefinition }: Fields): string | null {
  const { IpResource, DnsResource, ArnResource } = asFields(ResourceConfigurationDefinition)
  return (
    asText(asFields(IpResource).IpAddress) ??
    asText(asFields(DnsResource).DomainName) ??
    asText(asFields(ArnResource).Arn)
  )
}

/** `5432` or `8000-8080`. */
function portRange(text: string): NonNullable<Configuration['ports']> {
  const [from, to] = text.split('-').map(asNumber)
  return from == null ? [] : [{ from, to: to ?? from }]
}

/** The drawn database that goes by that name or ARN. */
function databaseBehind(importing: Importing, definition: string): string | null {
  const found = importing
    .records('DBInstances')
    .find(
      ({ value }) =>
        asText(value.DBInstanceArn) === definition ||
        asText(asFields(value.Endpoint).Address) === definition.replace(/\.$/, '').toLowerCase(),
    )
  const id = `database-${asText(found?.value.DBInstanceIdentifier) ?? ''}`
  return importing.constructs.get(id)?.kind === 'client' ? id : null
}

/** `list-service-networks`, with the associations of its resources and VPCs. */
export function readServiceNetwork(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.Id)
  if (id === null) return skip(importing, entry, null, 'a service network without an id')
  drawNetwork(importing, entry, id, asText(entry.value.Name) ?? id)
}

/** `get-service-network-vpc-association` and `get-service-network-resource-association`: the network where no list names it. */
export function readNetworkAssociation(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.ServiceNetworkId)
  if (id === null) return skip(importing, entry, asId(value.Id), 'the service network of the association is not there')
  if (importing.constructs.has(id) || !isThere(value)) return
  // Its account and Region are those of its own ARN, not of the association's
  const network = { ...entry, value: { Arn: value.ServiceNetworkArn ?? value.Arn, VpcId: value.VpcId } }
  drawNetwork(importing, network, id, asText(value.ServiceNetworkName) ?? id)
}

function drawNetwork(importing: Importing, entry: Entry, id: string, name: string): undefined {
  const associations = (key: string, what: string): readonly Entry[] => {
    const found = importing.where(key, 'ServiceNetworkId', id)
    if (found.length === 0 && !importing.wasAsked(key, entry))
      note(importing, 'unknown', `${id}: the ${what} of the service network are not in the files`, entry.place)
    return found.filter(({ value }) => isThere(value))
  }
  add(importing, entry, {
    kind: 'service-network',
    id,
    name,
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    resources: associations('ServiceNetworkResourceAssociations', 'resources').flatMap(({ value }) => {
      const configuration = asId(value.ResourceConfigurationId)
      return configuration === null
        ? []
        : [
            {
              configuration,
              privateDns: asFlag(value.PrivateDnsEnabled) ?? false,
              dnsName: asHost(asFields(value.DnsEntry).DomainName),
            },
          ]
    }),
    vpcs: associations('ServiceNetworkVpcAssociations', 'VPCs').flatMap(({ value, place }) => {
      const vpc = asId(value.VpcId)
      if (vpc === null) return []
      if (!Array.isArray(value.SecurityGroupIds))
        note(
          importing,
          'assumed',
          `${id}: the security groups of its association with ${vpc} are not in the files; it is taken that there are none`,
          place,
        )
      return [{ vpc, securityGroups: asIds(value.SecurityGroupIds), ...namesOf(value) }]
    }),
  })
}

/** The names that an endpoint has in public DNS, of itself or of its associations. Source: EC2 API, DescribeVpcEndpointAssociations. */
export const endpointNames = (importing: Importing, value: Fields, id: string): string[] => [
  ...new Set(
    [
      ...asRecords(value.DnsEntries),
      ...importing.where('VpcEndpointAssociations', 'VpcEndpointId', id).map((one) => asFields(one.value.DnsEntry)),
    ].flatMap((one) => asHost(one.DnsName) ?? []),
  ),
]

/** Which names of resources a VPC gets, of an endpoint or an association. */
export function namesOf({ PrivateDnsEnabled, DnsOptions }: Fields): Names {
  const options = asFields(DnsOptions)
  return {
    privateDns: asFlag(PrivateDnsEnabled) ?? false,
    privateDnsPreference:
      asWord(options.PrivateDnsPreference, [
        'verified-domains-only',
        'all-domains',
        'verified-domains-and-specified-domains',
        'specified-domains-only',
      ]) ?? 'verified-domains-only',
    specifiedDomains: [...asTexts(options.PrivateDnsSpecifiedDomains)],
  }
}

/** The id that an ARN ends in, if that is drawn. */
export function drawnByArn(
  importing: Importing,
  arn: string | null,
  kind: 'resource-configuration' | 'service-network',
) {
  const id = arn === null ? null : asId(lastPart(arn))
  return id !== null && importing.constructs.get(id)?.kind === kind ? id : null
}
