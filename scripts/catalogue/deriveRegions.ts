import type { RegionEntry } from '../../src/core/aws/catalogue.ts'
import { compareText, sortedBy } from '../../src/core/base/index.ts'
import type { Sources } from './readSources.ts'

/** Every Region with its names and the zones of one example account. */
export function deriveRegions(sources: Sources): RegionEntry[] {
  const regions = Object.entries(sources.infrastructure).map(([code, region]): RegionEntry => {
    const partition = sources.partitions.find((one) => one.regions[code])
    if (!partition) throw new Error(`No partition lists the Region ${code}`)
    const zoneIds = Object.keys(region['availability-zones'] ?? {})
      .filter((id) => id !== 'Value')
      .sort(compareText)
    return {
      code,
      name: region.longName.Value,
      partition: partition.partition,
      dnsSuffix: partition.dnsSuffix,
      dualStackSuffix: sources.dualStackSuffixes[partition.partition]!,
      zones: chooseZones(code, zoneIds, sources.exampleZones[code] ?? {}),
    }
  })
  return sortedBy(regions, (region) => region.code)
}

/**
 * The zones of moto's example account (an account need not see all zones of a Region); where it has none,
 * a, b, c… in the order of the zone ids.
 */
function chooseZones(
  code: string,
  ids: readonly string[],
  example: Readonly<Record<string, string>>,
): Record<string, string> {
  for (const id of Object.values(example)) if (!ids.includes(id)) throw new Error(`${code} has no zone ${id}`)
  const seen: [string, string][] = Object.entries(example)
  const zones = seen.length > 0 ? seen : ids.map((id, i): [string, string] => [`${code}${'abcdef'[i]}`, id])
  return Object.fromEntries(sortedBy(zones, ([name]) => name))
}
