import type { Design } from '../../model/design.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import type { Path } from '../text/openText.ts'
import type { Plain } from '../text/writeValue.ts'
import type { DrawnItem, WrittenItem } from './item.ts'
import type { Members } from './value.ts'

/** Where a type says what is drawn of it. */
interface Places {
  readonly groups: Path
  readonly port?: string
  readonly publicly?: string
  /** It has no tags, or not as a list. */
  readonly isNameless?: true
}

const cluster: Places = { groups: ['VpcSecurityGroupIds'], port: 'Port' }
const domain: Places = { groups: ['VPCOptions', 'SecurityGroupIds'] }
/** Services that are drawn as clients, and of which an export makes nothing. Source: CloudFormation reference, the types themselves. */
const PLACES: Readonly<Record<string, Places>> = {
  'AWS::RDS::DBInstance': { groups: ['VPCSecurityGroups'], port: 'Port', publicly: 'PubliclyAccessible' },
  'AWS::RDS::DBCluster': cluster,
  'AWS::RDS::DBProxy': { groups: ['VpcSecurityGroupIds'] },
  'AWS::DocDB::DBCluster': cluster,
  'AWS::Neptune::DBCluster': { ...cluster, port: 'DBPort' },
  'AWS::Redshift::Cluster': { ...cluster, publicly: 'PubliclyAccessible' },
  'AWS::ElastiCache::CacheCluster': cluster,
  'AWS::ElastiCache::ReplicationGroup': { groups: ['SecurityGroupIds'], port: 'Port' },
  'AWS::MemoryDB::Cluster': { groups: ['SecurityGroupIds'], port: 'Port' },
  'AWS::OpenSearchService::Domain': domain,
  'AWS::Elasticsearch::Domain': domain,
  'AWS::EFS::MountTarget': { groups: ['SecurityGroups'], isNameless: true },
}
/** Whether something of a type is changed from here though no export makes it. */
export const isService = (type: string): boolean => Object.hasOwn(PLACES, type)

/**
 * The drawn items of a design with those of its databases and the like: a type says more of them than is drawn, so that only what is drawn is said,
 * in the words of the type that the template has for it.
 */
export function withServices(
  items: ReadonlyMap<string, DrawnItem>,
  { constructs }: Design,
  written: readonly WrittenItem[],
): ReadonlyMap<string, DrawnItem> {
  const all = new Map(items)
  const names = new Map(
    [...items.values()].flatMap((one) =>
      one.within === null && one.key === one.construct ? [[one.key, one.name] as const] : [],
    ),
  )
  for (const { id, type, within } of written) {
    const construct = Object.hasOwn(constructs, id) ? constructs[id] : undefined
    const places = within === null && Object.hasOwn(PLACES, type) ? PLACES[type] : undefined
    if (!places || construct?.kind !== 'client' || names.has(id)) continue
    const item = itemOf(construct, type, places, names)
    all.set(item.name, item)
  }
  return all
}

function itemOf(
  { id, name, interfaces, listens }: Extract<Construct, { kind: 'client' }>,
  type: string,
  { groups, port, publicly, isNameless }: Places,
  names: ReadonlyMap<string, string>,
): DrawnItem {
  const [own] = interfaces
  const members = own?.securityGroups.map((one) => names.get(one)) ?? []
  const known = members.filter((one) => one !== undefined)
  const isKnown = known.length > 0 && known.length === members.length
  const [first, ...more] = listens ?? []
  const scalars: Members = {
    ...(port !== undefined && first?.port && more.length === 0 && { [port]: first.port }),
    ...(publicly !== undefined && { [publicly]: own?.publicIp === 'auto' }),
    ...(!isNameless && { Tags: [{ Key: 'Name', Value: name }] }),
  }
  const holding = (list: readonly Plain[]): Members =>
    isKnown ? (groups.reduceRight<Plain>((inner, step) => ({ [step]: inner }), list) as Members) : {}
  return {
    name: `service ${id}`,
    key: id,
    construct: id,
    type,
    props: { ...scalars, ...holding(known.map((one) => ({ 'Fn::GetAtt': [one, 'GroupId'] }))) },
    evaluated: { ...scalars, ...holding(known) } as DrawnItem['evaluated'],
    within: null,
    dependsOn: [],
    attributes: {},
    accountId: '',
    regionCode: '',
  }
}
