import { managedListName } from '../../../aws/managedListName.ts'
import { isManagedListName } from '../../../model/kinds/common.ts'
import { asId, asRecords, asText, asTexts, plain } from '../../fields.ts'
import { add, type Importing, ignore, once, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { regionOf, titleOfRecord } from '../../whereabouts.ts'

/** `describe-prefix-lists`: AWS's own lists with the blocks that they held then, which count and not the published ones of today. */
export function readAwsPrefixList(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.PrefixListId)
  const listName = asText(entry.value.PrefixListName)
  if (id === null || listName === null) return skip(importing, entry, id, 'a prefix list without a name')
  if (!Array.isArray(entry.value.Cidrs))
    return skip(importing, entry, id, 'the blocks of the prefix list are not there')
  // One that nothing asks for would only be in the way.
  if (!usedLists(importing).has(id) && !usedLists(importing).has(listName)) return ignore(importing, entry.value)
  add(importing, entry, {
    kind: 'prefix-list',
    id,
    name: listName,
    region: regionOf(importing, entry),
    listName,
    entries: asTexts(entry.value.Cidrs).map((cidr) => ({ cidr })),
  })
}

/** `describe-managed-prefix-lists` with `get-managed-prefix-list-entries`: the lists of customers. */
export function readManagedPrefixList(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.PrefixListId)
  const listName = asText(entry.value.PrefixListName)
  if (id === null || listName === null) return skip(importing, entry, id, 'a prefix list without a name')
  if (importing.constructs.has(id)) return
  const [found] = importing.where('ManagedPrefixListEntries', 'PrefixListId', id)
  if (isManagedListName(listName) && (!found || !usedLists(importing).has(id))) return ignore(importing, entry.value)
  if (!Array.isArray(found?.value.Entries))
    return skip(importing, entry, id, 'the entries of the prefix list are not in the files')
  const entries = asRecords(found.value.Entries).map((one) => ({
    cidr: asText(one.Cidr) ?? '',
    description: plain(asText(one.Description) ?? '', 255),
  }))
  add(importing, entry, {
    kind: 'prefix-list',
    id,
    name: titleOfRecord(entry, listName),
    region: regionOf(importing, entry),
    listName,
    entries,
  })
}

/** How a rule or a route names a list: by its id, or by AWS's name where the files hold no blocks of it. */
export function prefixListReference(importing: Importing, id: string, region: string | null = null): string {
  if (importing.constructs.has(id)) return id
  const known = importing.find('PrefixLists', id) ?? importing.find('ManagedPrefixLists', id)
  const name = asText(known?.value.PrefixListName)
  if (name !== null) return isManagedListName(name) ? name : id
  return (region === null ? null : managedListName(region, id)) ?? id
}

/** Ids of the lists that routes and rules name, and names of those that gateway endpoints lead to. */
const usedLists = (importing: Importing): ReadonlySet<string> =>
  once(importing, 'used-lists', () => {
    const found = new Set<string>()
    const keep = (value: unknown) => {
      const text = asText(value)
      if (text !== null) found.add(text)
    }
    for (const { value } of importing.records('RouteTables'))
      for (const route of asRecords(value.Routes)) keep(route.DestinationPrefixListId)
    for (const { value } of importing.records('SecurityGroups'))
      for (const rule of [...asRecords(value.IpPermissions), ...asRecords(value.IpPermissionsEgress)])
        for (const list of asRecords(rule.PrefixListIds)) keep(list.PrefixListId)
    for (const { value } of importing.records('VpcEndpoints')) keep(value.ServiceName)
    return found
  })
