import { expect, it } from 'vitest'
import { PER_PARENT } from './listKeys.ts'

const idIn = (items: string, parent: string, name: string) =>
  PER_PARENT.find((one) => one.items === items && one.parent === parent)?.inPath?.exec(name)?.[0] ?? null

it.each([
  ['ProfileResourceAssociations', 'ProfileId', 'rp-0a1b2c.json', 'rp-0a1b2c'],
  ['ProfileResourceAssociations', 'ProfileId', 'resources_rp-0a1b2c.json', 'rp-0a1b2c'],
  // words that only sound like ids
  ['ProfileResourceAssociations', 'ProfileId', 'corp-ac1.json', null],
  ['ProfileResourceAssociations', 'ProfileId', 'rp-accounting.json', null],
  ['Entries', 'PrefixListId', 'tmpl-feed.json', null],
  ['Entries', 'PrefixListId', 'entries-pl-63a5400a.json', 'pl-63a5400a'],
  ['ResourceRecordSets', 'HostedZoneId', 'Z0123456789ABCDEFGHIJ.json', 'Z0123456789ABCDEFGHIJ'],
  ['ResourceRecordSets', 'HostedZoneId', 'ZONERECORDS.json', null],
  ['ResourceRecordSets', 'HostedZoneId', 'BIZ012345678.json', null],
  ['Routes', 'TransitGatewayRouteTableId', 'my-tgw-rtb-0123.json', 'tgw-rtb-0123'],
])('%s without their %s beside them: %s says %s', (items, parent, name, id) => {
  expect(idIn(items, parent, name)).toBe(id)
})
