import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectHosts } from './catalogue/collectHosts.ts'
import { deriveLists } from './catalogue/deriveLists.ts'
import { derivePublicHosts } from './catalogue/derivePublicHosts.ts'
import { deriveRanges } from './catalogue/deriveRanges.ts'
import { deriveRegions } from './catalogue/deriveRegions.ts'
import { deriveServices } from './catalogue/deriveServices.ts'
import { readSources } from './catalogue/readSources.ts'
import { listDates, sources as sourceTags } from './catalogue/sources.ts'

/** Writes `src/core/aws/data/*.json` from the fact files. Usage: `tsx scripts/generateCatalogue.ts [FOLDER]`, default `../shared`. */
function generateCatalogue(shared: string, out: string): void {
  const sources = readSources(shared)
  const facts = collectHosts(sources)
  const regions = deriveRegions(sources)
  const services = deriveServices(sources, facts)
  const publicHosts = derivePublicHosts(facts, services, regions)
  const dates = { ...listDates, ranges: sources.ipRanges.createDate.slice(0, 10) }
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'catalogue.json'), printRows({ dates, sources: sourceTags, regions, services, publicHosts }))
  const ranges = deriveRanges(
    sources.ipRanges,
    regions.map((region) => region.code),
  )
  writeFileSync(join(out, 'ranges.json'), printRows(ranges))
  const codes = regions.map((region) => region.code)
  writeFileSync(join(out, 'lists.json'), printRows(deriveLists(sources.ipRanges, codes)))
}

/** JSON with one line for each entry, so that a change of one fact is a change of one line. */
function printRows(data: object): string {
  const parts = Object.entries(data).map(([key, value]) => {
    if (Array.isArray(value))
      return `${JSON.stringify(key)}: [\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
    return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

const shared = process.argv[2] ?? process.env.HOPWISE_SHARED ?? '../shared'
generateCatalogue(shared, fileURLToPath(new URL('../src/core/aws/data', import.meta.url)))
