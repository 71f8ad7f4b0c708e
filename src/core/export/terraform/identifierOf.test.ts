import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifierOf } from './identifierOf.ts'

test.each([
  ['Vpc1', 'vpc1'],
  ['RouteTable1RouteAnywhere', 'route_table1_route_anywhere'],
  ['ZoneRecordCNAMEWwwExampleOrg', 'zone_record_cname__www_example_org'],
  ['ZoneRecordAAAAAny', 'zone_record_aaaa__any'],
  ['ZoneRecordAApi', 'zone_record_a_api'],
  ['S3Gateway', 's3_gateway'],
  ['10Net', 'x__10_net'],
  ['3fa9c1d2e4b5', 'x__3fa9c1d2e4b5'],
])('%s is written %s', (name, identifier) => {
  expect(identifierOf(name)).toBe(identifier)
})

test('every name is one that Terraform takes, and no other name has it', () => {
  const seen = new Map<string, string>()
  const name = fc.stringMatching(/^[ABCab01]{1,8}$/)
  fc.assert(
    fc.property(name, (one) => {
      const identifier = identifierOf(one)
      expect(identifier).toMatch(/^[a-z][a-z0-9_]*$/)
      expect([identifier, seen.get(identifier) ?? one]).toEqual([identifier, one])
      seen.set(identifier, one)
    }),
    { numRuns: 20_000 },
  )
})
