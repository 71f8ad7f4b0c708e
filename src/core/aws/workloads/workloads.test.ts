import { describe, expect, it } from 'vitest'
import { indexOf } from '../catalogueIndex.ts'
import { findPublicHost } from '../findPublicHost.ts'
import { findService } from '../findService.ts'
import { loadCatalogue } from '../loadCatalogue.ts'
import { fillTemplate } from '../templateOf.ts'
import { WORKLOAD_IDS } from './workloadIds.ts'
import { WORKLOADS } from './workloads.ts'
import { WORKLOAD_TITLES } from './workloadTitles.ts'

const catalogue = await loadCatalogue()
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-south-1', 'cn-north-1', 'us-gov-west-1']

const rows = WORKLOAD_IDS.flatMap((id) =>
  WORKLOADS[id].needs.map((need) => ({ id, need, name: `${id}: ${need.host}` })),
)
const rowsByRegion = REGIONS.flatMap((region) =>
  rows
    .filter(({ need }) => need.regions?.codes.test(region) ?? true)
    .map((row) => ({ ...row, region, name: `${row.name} in ${region}` })),
)

describe('the table of workloads', () => {
  it('has a title of its own for each, and a page of documentation', () => {
    expect(new Set(Object.values(WORKLOAD_TITLES)).size).toBe(WORKLOAD_IDS.length)
    for (const id of WORKLOAD_IDS)
      expect(WORKLOADS[id].source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|karpenter\.sh)\//)
  })

  it('lists its ids in the order of the alphabet, each once', () => {
    expect([...new Set(WORKLOAD_IDS)].sort()).toEqual(WORKLOAD_IDS)
  })

  it.each(rowsByRegion)('$name is a public host of AWS, of the service that is named', ({ need, region }) => {
    const host = fillTemplate(indexOf(catalogue), need.host, region)
      .replaceAll('{r}', region)
      .replace('{account}', '123456789012')
    const found = findPublicHost(catalogue, host)
    const service = need.service && findService(catalogue, need.service.replace('{r}', region))
    // some ports only endpoints answer on
    if (!service) expect(found?.ports).toContain(need.port)
    expect(found?.entry?.name ?? null).toBe(service ? service.entry.name : null)
    if (service) expect(service.entry.ports).toContain(need.port)
  })

  it.each(rows.filter(({ need }) => need.service !== null))(
    '$name is covered by private DNS of its service, or carried by a gateway endpoint',
    ({ need }) => {
      const found = findService(catalogue, need.service!.replace('{r}', 'us-east-1'))
      expect(found?.entry.types.includes('gateway') || found?.entry.privateDns === 'known').toBe(true)
    },
  )

  it.each(rows)('$name says when in words that follow “only”, and where that is from', ({ need }) => {
    if (need.when !== null) expect(need.when).toMatch(/^(where|with|without|in|on|before) .*[^.]$/)
    if (need.source !== undefined) expect(need.source).toMatch(/^https:\/\//)
  })

  it('names no host twice for one workload, unless for other Regions', () => {
    for (const id of WORKLOAD_IDS) {
      const hosts = WORKLOADS[id].needs.map(({ host, regions }) => `${host} ${regions?.words ?? ''}`)
      expect(new Set(hosts).size, id).toBe(hosts.length)
    }
  })
})
