import { asFields, asFlag, asIds, asNumber, asRecords, asText } from '../../fields.ts'
import { type Importing, once, skip } from '../../importing.ts'
import { placeOfArn } from '../../places.ts'
import type { Entry } from '../../records.ts'
import { type Interface, interfacesOf } from '../interfaces.ts'
import { addClient, freeId } from './clients.ts'

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
const listening = (...ports: (number | null)[]) => {
  const known = ports.filter((port) => port !== null)
  return known.length > 0 ? known.map((port) => ({ protocol: 'tcp' as const, port })) : null
}

/** Interfaces of RDS by subnet. */
const rdsInterfaces = (importing: Importing): ReadonlyMap<string | null, readonly Interface[]> =>
  once(importing, 'interfaces-of-rds', () => {
    const found = new Map<string | null, Interface[]>()
    for (const one of interfacesOf(importing).of('rds')) {
      const list = found.get(one.subnet)
      if (list) list.push(one)
      else found.set(one.subnet, [one])
    }
    return found
  })

/**
 * `rds describe-db-instances`. AWS does not say which interface an instance has: the one of its subnets, zone and groups, where there is one only.
 */
export function readDatabase(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const name = asText(value.DBInstanceIdentifier)
  if (name === null) return skip(importing, entry, null, 'a database without a name')
  const group = asRecords(asFields(value.DBSubnetGroup).Subnets)
  const subnets = asIds(group.map((one) => one.SubnetIdentifier))
  const groups = asIds(asRecords(value.VpcSecurityGroups).map((one) => one.VpcSecurityGroupId))
  const zone = asText(value.AvailabilityZone)
  const fits = (one: Interface) =>
    sameSet([...one.groups], groups) &&
    (zone === null || asText(one.entry.value.AvailabilityZone) === zone) &&
    !interfacesOf(importing).taken.has(one.id)
  const found: Interface[] = []
  for (const subnet of subnets)
    for (const one of rdsInterfaces(importing).get(subnet) ?? []) if (found.length < 2 && fits(one)) found.push(one)
  if (found.length !== 1)
    return skip(
      importing,
      entry,
      name,
      found.length === 0
        ? 'no network interface of the database is in the files'
        : 'several network interfaces may be its own; they are drawn under their own ids',
    )
  addClient(
    importing,
    entry,
    {
      id: freeId(importing, `database-${name}`),
      name,
      runtime: 'database',
      account: placeOfArn(asText(value.DBInstanceArn)).account ?? entry.account,
      listens: listening(asNumber(asFields(value.Endpoint).Port)),
    },
    found,
  )
}

/** `opensearch` or `es describe-domains`: the interfaces carry the domain's name. */
export function readDomain(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const name = asText(value.DomainName)
  if (name === null) return skip(importing, entry, null, 'a domain without a name')
  if (asIds(asFields(value.VPCOptions).SubnetIds).length === 0)
    return skip(importing, entry, name, 'the domain is a public one, outside of any VPC')
  const onlyTls = asFlag(asFields(value.DomainEndpointOptions).EnforceHTTPS) === true
  const done = addClient(
    importing,
    entry,
    {
      id: freeId(importing, `domain-${name}`),
      name,
      runtime: 'database',
      account: placeOfArn(asText(value.ARN)).account ?? entry.account,
      listens: onlyTls ? listening(443) : listening(443, 80),
    },
    interfacesOf(importing).of(`opensearch ${name}`),
  )
  if (!done) skip(importing, entry, name, 'no network interface of the domain is in the files')
}

/** `elasticache describe-cache-clusters`: the interfaces carry the cluster's name. */
export function readCacheCluster(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const name = asText(value.CacheClusterId)
  if (name === null) return skip(importing, entry, null, 'a cache cluster without a name')
  const nodes = asRecords(value.CacheNodes)
  const port = asNumber(asFields(value.ConfigurationEndpoint).Port) ?? asNumber(asFields(nodes[0]?.Endpoint).Port)
  const own = interfacesOf(importing).of(`elasticache ${name}`)
  const done = addClient(
    importing,
    entry,
    {
      id: freeId(importing, `cache-${name}`),
      name,
      runtime: 'database',
      account: placeOfArn(asText(value.ARN)).account ?? entry.account,
      listens: listening(port),
    },
    own,
  )
  if (!done) skip(importing, entry, name, 'no network interface of the cache cluster is in the files')
}
