import { notImported } from '../../../model/notImported.ts'
import { asFields, asFlag, asId, asRecords, asText, asWord, type Fields } from '../../fields.ts'
import { add, type Importing, ignore, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf, titleOfRecord } from '../../whereabouts.ts'

/** `describe-vpcs`, with what other calls say about the VPC. Source: EC2 API, Vpc. */
export function readVpc(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.VpcId)
  if (id === null) return skip(importing, entry, null, 'a VPC without an id')
  const cidrs = blocksOf(importing, entry.value)
  if (cidrs.length === 0) return skip(importing, entry, id, 'its IPv4 blocks are not there')
  add(importing, entry, {
    kind: 'vpc',
    id,
    name: titleOfRecord(entry, id),
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    cidrs,
    ipv6Cidrs: asRecords(entry.value.Ipv6CidrBlockAssociationSet).flatMap((block) =>
      isAssociated(block.Ipv6CidrBlockState) ? (asText(block.Ipv6CidrBlock) ?? []) : (ignore(importing, block) ?? []),
    ),
    dnsSupport: attributeOf(importing, id, 'EnableDnsSupport'),
    dnsHostnames: attributeOf(importing, id, 'EnableDnsHostnames'),
    dhcpDnsServers: dnsServersOf(importing, entry, id),
    mainRouteTable: mainTableOf(importing, entry, id) ?? notSaid(entry, `main-route-table-of-${id}`),
    defaultSecurityGroup: defaultGroupOf(importing, id) ?? notSaid(entry, `default-security-group-of-${id}`),
    defaultNetworkAcl: defaultAclOf(importing, id) ?? notSaid(entry, `default-network-acl-of-${id}`),
    allInterfaces: !entry.partial && importing.wasAsked('NetworkInterfaces', entry),
  })
}

/** A reference that leads nowhere where the files do not say it: null means AWS's own, never edited. */
const notSaid = ({ planned }: Entry, what: string): string | null => (planned ? null : notImported(what))

/** Source: EC2 API, VpcCidrBlockState, SubnetCidrBlockState. */
export const BLOCK_STATES = [
  'associating',
  'associated',
  'disassociating',
  'disassociated',
  'failing',
  'failed',
] as const
const isAssociated = (state: unknown): boolean => {
  const word = asWord(asFields(state).State, BLOCK_STATES)
  return word === null || word === 'associated' || word === 'associating'
}

function blocksOf(importing: Importing, vpc: Fields): string[] {
  const primary = asText(vpc.CidrBlock)
  const all = asRecords(vpc.CidrBlockAssociationSet).flatMap((block) =>
    isAssociated(block.CidrBlockState) ? (asText(block.CidrBlock) ?? []) : (ignore(importing, block) ?? []),
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

function mainTableOf(importing: Importing, entry: Entry, vpc: string): string | null {
  const mains = ofVpc(importing, 'RouteTables', vpc).filter(
    ({ value }) => asRecords(value.Associations).filter((one) => asFlag(one.Main) === true).length > 0,
  )
  if (mains.length > 1)
    note(importing, 'assumed', `${vpc}: ${mains.length} route tables are its main one; the first counts`, entry.place)
  return asId(mains[0]?.value.RouteTableId)
}

const defaultGroupOf = (importing: Importing, vpc: string): string | null =>
  asId(
    ofVpc(importing, 'SecurityGroups', vpc).find(({ value }) => asText(value.GroupName) === 'default')?.value.GroupId,
  )

const defaultAclOf = (importing: Importing, vpc: string): string | null =>
  asId(ofVpc(importing, 'NetworkAcls', vpc).find(({ value }) => asFlag(value.IsDefault) === true)?.value.NetworkAclId)
