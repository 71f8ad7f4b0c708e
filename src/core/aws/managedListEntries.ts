import type { Catalogue } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { rangesOf } from './rangesOf.ts'

/**
 * The entries of an AWS-managed prefix list by its name, `com.amazonaws.us-east-1.s3`; null when it is not known.
 * The lists are taken to hold what `ip-ranges.json` says of the service. A list has one address family:
 * the one without `ipv6` in its name is IPv4.
 */
export function managedListEntries(catalogue: Catalogue, listName: string): readonly string[] | null {
  const published = Object.hasOwn(catalogue.lists, listName)
    ? catalogue.lists[listName]
    : ofPartition(catalogue, listName)
  if (published) return published
  const [, region, ipv6, service] = /^com\.amazonaws\.([a-z0-9-]+)\.(ipv6\.)?(s3|dynamodb)$/.exec(listName) ?? []
  if (!region || !Object.hasOwn(catalogue.ranges, region) || (ipv6 && service !== 's3')) return null
  const entries = rangesOf(catalogue, region, service as 's3' | 'dynamodb')
  return entries.filter((text) => text.includes(':') === (ipv6 !== undefined))
}

function ofPartition(catalogue: Catalogue, listName: string): readonly string[] | undefined {
  const region = listName.split('.')[2] ?? ''
  const name = listName.replace(`.${region}.`, '.{r}.')
  return indexOf(catalogue).regions.get(region)?.partition === 'aws' && Object.hasOwn(catalogue.lists, name)
    ? catalogue.lists[name]
    : undefined
}
