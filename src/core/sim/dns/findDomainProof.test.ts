import { expect, it } from 'vitest'
import type { Design } from '../../model/design.ts'
import { type ConstructOf, constructSchema } from '../../model/kinds/registry.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { findDomainProof, proofRecordOf } from './findDomainProof.ts'

const service = (fields: object = {}) =>
  constructSchema.parse({
    kind: 'endpoint-service',
    id: 'service-1',
    name: 'service-1',
    region: 'region-1',
    account: 'account-1',
    privateDnsName: 'api.example.com',
    verificationName: '_6e86v84tqgqubxbwii1m',
    verificationValue: 'vpce:l6p0ERxlTt45jevFwOCp',
    ...fields,
  }) as ConstructOf<'endpoint-service'>

const withZones = (...zones: readonly object[]): Design => {
  const design = buildDesign(() => {})
  const drawn = zones.map((zone, index) =>
    constructSchema.parse({
      kind: 'hosted-zone',
      id: `zone-${index}`,
      name: `zone-${index}`,
      account: 'account-1',
      visibility: 'public',
      ...zone,
    }),
  )
  return { ...design, constructs: Object.fromEntries(drawn.map((zone) => [zone.id, zone])) }
}
const proof = proofRecordOf(service())!
const txt = (name: string, value: string) => ({ name, type: 'TXT', values: [value] })

it('asks for nothing where a service has no private DNS name', () => {
  expect(proofRecordOf(service({ privateDnsName: null }))).toBeNull()
})

it('stands below the domain without its star, and has a sample where AWS’s words are not known', () => {
  expect(proof.name).toBe('_6e86v84tqgqubxbwii1m.api.example.com')
  expect(proofRecordOf(service({ privateDnsName: '*.example.com' }))!.domain).toBe('example.com')
  const sample = proofRecordOf(service({ verificationName: null, verificationValue: null }))!
  expect(sample.name).toMatch(/^_[0-9a-f]{20}\.api\.example\.com$/)
  expect(sample.value).toMatch(/^vpce:[0-9a-f]{20}$/)
})

it('finds the record by its full name, by its short one, at the domain itself, and in quotes', () => {
  for (const name of ['_6e86v84tqgqubxbwii1m.api.example.com', '_6e86v84tqgqubxbwii1m.api', 'api', 'api.example.com.'])
    for (const value of [proof.value, `"${proof.value}"`])
      expect(findDomainProof(withZones({ domain: 'example.com', records: [txt(name, value)] }), proof)).toEqual({
        found: 'record',
        zone: 'zone-0',
        record: 0,
      })
})

it('tells a wrong value, a missing record and a missing zone apart', () => {
  const wrong = [txt('other', proof.value), txt(proof.name, 'vpce:wrong')]
  expect(findDomainProof(withZones({ domain: 'example.com', records: wrong }), proof)).toEqual({
    found: 'other-value',
    zone: 'zone-0',
    record: 1,
  })
  expect(findDomainProof(withZones({ domain: 'example.com', records: [] }), proof).found).toBe('no-record')
  expect(findDomainProof(withZones({ domain: 'example.org', records: [txt('@', proof.value)] }), proof).found).toBe(
    'no-zone',
  )
})

it('looks in the zone with the longest domain, and in no private one', () => {
  const records = [txt(proof.name, proof.value)]
  const shadowed = withZones({ domain: 'example.com', records }, { domain: 'api.example.com', records: [] })
  expect(findDomainProof(shadowed, proof)).toEqual({ found: 'no-record', zone: 'zone-1' })
  expect(findDomainProof(withZones({ domain: 'example.com', visibility: 'private', records }), proof).found).toBe(
    'no-zone',
  )
})

it('takes no record of another type, and finds its value among others', () => {
  const records = [
    { name: proof.name, type: 'CNAME', values: [proof.value] },
    { name: proof.name, type: 'TXT', values: ['v=spf1 -all', `"${proof.value}"`] },
  ]
  expect(findDomainProof(withZones({ domain: 'example.com', records }), proof)).toMatchObject({
    found: 'record',
    record: 1,
  })
  const others = [txt(proof.name, 'v=spf1 -all'), txt(proof.name, `say "${proof.value}"`), txt(proof.name, 'no vpce:x')]
  expect(findDomainProof(withZones({ domain: 'example.com', records: others }), proof).found).toBe('no-record')
  const twice = [{ name: proof.name, type: 'TXT', values: ['v=spf1 -all', '"vpce:one"'] }, txt(proof.name, 'vpce:two')]
  expect(findDomainProof(withZones({ domain: 'example.com', records: twice }), proof)).toMatchObject({
    found: 'other-value',
    record: 0,
  })
})

it('finds the record at the zone’s own name', () => {
  const records = [txt('@', proof.value)]
  expect(findDomainProof(withZones({ domain: 'api.example.com', records }), proof).found).toBe('record')
})
