import { describe, expect, it } from 'vitest'
import { datedLimits, type LimitId, limitsAsOf } from './datedLimits.ts'
import { loadCatalogue } from './loadCatalogue.ts'

describe('limitsAsOf', () => {
  it.each<[LimitId, string, boolean]>([
    ['no-dynamodb-gateway-endpoint', '2015-06-01', true],
    ['no-dynamodb-gateway-endpoint', '2018-01-01', false],
    ['no-interface-endpoint', '2017-10-31', true],
    ['no-interface-endpoint', '2017-11-01', false],
    ['no-s3-private-dns', '2022-06-01', true],
    ['no-s3-private-dns', '2023-06-01', false],
    ['no-s3-private-dns', 'latest', false],
    ['interface-endpoint-ipv4-only', '2022-05-10', true],
    ['interface-endpoint-ipv4-only', '2022-05-11', false],
    ['endpoint-service-same-region-only', '2024-11-25', true],
    ['endpoint-service-same-region-only', '2024-11-26', false],
    ['no-dynamodb-interface-endpoint', '2022-06-01', true],
    ['dynamodb-gateway-endpoint-ipv4-only', 'latest', true],
    ['no-dynamodb-private-dns', 'latest', true],
    ['no-transit-gateway', '2018-11-25', true],
    ['no-transit-gateway', '2018-11-26', false],
    ['no-gateway-load-balancer', '2020-11-09', true],
    ['no-gateway-load-balancer', 'latest', false],
    ['no-nat-gateway', '2015-06-01', true],
    ['no-nat-gateway', '2016-01-01', false],
    ['one-endpoint-subnet-per-zone', '2015-01-01', true],
    ['one-endpoint-subnet-per-zone', 'latest', true],
  ])('%s holds by the rules of %s: %s', (id, day, holds) => {
    expect(limitsAsOf(day).has(id)).toBe(holds)
  })

  it('lets limits go as the years pass, and never by today’s rules more than by those of any day to come', () => {
    const counts = ['2015-01-01', '2018-01-01', '2022-06-01', '2024-12-31', '2099-01-01', 'latest'].map(
      (day) => limitsAsOf(day).size,
    )
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(limitsAsOf('2099-01-01')).toEqual(limitsAsOf('latest'))
  })
})

it('dates and cites every row', async () => {
  const { sources } = await loadCatalogue()
  expect(new Set(datedLimits.map((row) => row.id)).size).toBe(datedLimits.length)
  for (const row of datedLimits) {
    expect(row.what).toMatch(/^[A-Z].*\.$/)
    for (const day of [row.since, row.until]) expect(day === null || /^20\d\d-\d\d-\d\d$/.test(day)).toBe(true)
    expect(Object.keys(sources)).toContain(row.source)
  }
})
