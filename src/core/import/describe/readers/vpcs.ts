import { notImported } from '../../../model/notImported.ts'
import { asFields, asFlag, asId, asRecords, asText, type Fields } from '../../fields.ts'
import { add, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf, titleOfRecord } from '../../whereabouts.ts'

/** `describe-vpcs`, with what other calls say about the VPC. Source: EC2 API, Vpc. */
export function readVpc(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.VpcId)
  if (id === null) return skip(importing, entry, null, 'a VPC without an id')
  const cidrs = blocksOf(entry.value)
  if (cidrs.length === 0) return skip(importing, entry, id, 'its IPv4 blocks are not there')
  add(importing, entry, {
    kind: 'vpc',
    id,
    name: titleOfRecord(entry, id),
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    cidrs,
    ipv6Cidrs: asRecords(entry.value.Ipv6CidrBlockAssociationSet).flatMap((block) =>
      isAssociated(block.Ipv6CidrBlockState) ? (asText(block.Ipv6CidrBlock) ?? []) : [],
    ),
    dnsSupport: attributeOf(importing, id, 'EnableDnsSupport'),
    dnsHostnames: attributeOf(importing, id, 'EnableDnsHostnames'),
    dhcpDnsServers: dnsServersOf(importing, entry, id),
    // A reference that leads nowhere where the files do not say it: null would mean AWS's own, never edited.
    mainRouteTable: mainTableOf(importing, id) ?? notImported(`main-route-table-of-${id}`),
    defaultSecurityGroup: defaultGroupOf(importing, id) ?? notImported(`default-security-group-of-${id}`),
    defaultNetworkAcl: defaultAclOf(importing, id) ?? notImported(`default-network-acl-of-${id}`),
    allInterfaces: importing.wasAsked('NetworkInterfaces', entry),
  })
}

const isAssociated = (state: unknown): boolean => {
  const word = asText(asFields(state).State)
  return word === null || word === 'associated' || word === 'associating'
}

function blocksOf(vpc: Fields): string[] {
  const primary = asText(vpc.CidrBlock)
  const all = asRecords(vpc.CidrBlockAssociationSet).flatMap((block) =>
    isAssociated(block.CidrBlockState) ? (asText(block.CidrBlock) ?? []) : [],
  )
  return [...new Set(primary === null ? all : [primary, ...all])]
}

function attributeOf(importing: Importing, vpc: string, attribute: string): boolean | null {
  for (const { value } of importing.where('VpcAttributes', 'VpcId', vpc)) {
    const flag = asFlag(value[attribute])
    if (flag !== null) return flag
  }
  return null
}

/** `default` is AWS's own set. Source: EC2 API, Vpc, DhcpOptionsId. */
function dnsServersOf(importing: Importing, entry: Entry, vpc: string): string[] | null {
  const id = asId(entry.value.DhcpOptionsId)
  if (id === 'default') return ['AmazonProvidedDNS']
  const options = importing.find('DhcpOptions', id)
  if (!options) {
    note(
      importing,
      'unknown',
      `${vpc}: which DNS servers its clients ask is not known; its DHCP options ${id ?? ''} are not in the files`,
      entry.place,
    )
    return null
  }
  const servers = asRecords(options.value.DhcpConfigurations)
    .filter((one) => asText(one.Key) === 'domain-name-servers')
    .flatMap((one) => asRecords(one.Values).flatMap((value) => asText(value.Value) ?? []))
  return servers.length > 0 ? servers : ['AmazonProvidedDNS']
}

const ofVpc = (importing: Importing, key: string, vpc: string) => importing.where(key, 'VpcId', vpc)

function mainTableOf(importing: Importing, vpc: string): string | null {
  const table = ofVpc(importing, 'RouteTables', vpc).find(({ value }) =>
    asRecords(value.Associations).some((one) => asFlag(one.Main) === true),
  )
  return asId(table?.value.RouteTableId)
}

const defaultGroupOf = (importing: Importing, vpc: string): string | null =>
  asId(
    ofVpc(importing, 'SecurityGroups', vpc).find(({ value }) => asText(value.GroupName) === 'default')?.value.GroupId,
  )

const defaultAclOf = (importing: Importing, vpc: string): string | null =>
  asId(ofVpc(importing, 'NetworkAcls', vpc).find(({ value }) => asFlag(value.IsDefault) === true)?.value.NetworkAclId)
