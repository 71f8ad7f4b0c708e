import type { DeepReadonly } from '../base/deepReadonly.ts'
import type { Catalogue, ServiceEntry } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { dnsSuffixOf } from './dnsSuffixOf.ts'
import { hasFipsHosts, isFipsName } from './fipsNames.ts'
import { commonServiceName } from './serviceForms.ts'
import { fillTemplate } from './templateOf.ts'

/** A service of the catalogue, and the Region that its full name says ('' for services without one). */
export interface FoundService {
  readonly entry: DeepReadonly<ServiceEntry>
  readonly region: string
}

/** Finds a service by its full name, `com.amazonaws.us-east-1.kinesis-streams`; null when there is none in that Region's list. */
export function findService(catalogue: Catalogue, fullName: string): FoundService | null {
  const { regions, services } = indexOf(catalogue)
  const name = commonServiceName(fullName)
  const labels = name.split('.')
  const at = labels.findIndex((label) => regions.has(label))
  const region = labels[at] ?? ''
  const template = at < 0 ? name : labels.with(at, '{r}').join('.')
  // Cells of Timestream are numbered: `timestream.query-cell2` is an instance of `timestream.query-cell`
  const entry = services.get(name) ?? services.get(template) ?? services.get(template.replace(/(?<=-cell)\d+$/, ''))
  return entry && !name.includes('{r}') ? { entry, region } : null
}

/** The default host names of a service in its Region, `kinesis.us-east-1.amazonaws.com`, wildcards kept; empty when it has none or they are not known. */
export function privateNamesOf(catalogue: Catalogue, fullName: string): readonly string[] {
  const found = findService(catalogue, fullName)
  if (!found) return []
  // The list of a service is read in a Region that has FIPS hosts; elsewhere it lacks those
  const here = found.entry.privateNames.filter(
    (name) => !isFipsName(name) || isFipsName(found.entry.name) || hasFipsHosts(found.region),
  )
  const names = here.map((name) => fillTemplate(indexOf(catalogue), name, found.region))
  return fillNumber(names, fullName).filter((name) => !name.includes('#'))
}

/** What follows `vpce-ID-RANDOM.` in the names of an endpoint: `kinesis.us-east-1.vpce.amazonaws.com`; null for unknown services. */
export function endpointSuffixOf(catalogue: Catalogue, fullName: string, endpointRegion: string): string | null {
  const found = findService(catalogue, fullName)
  if (!found) return null
  const region = found.region || endpointRegion
  const suffix = found.entry.endpointSuffix ?? `vpce.${dnsSuffixOf(catalogue, region)}`
  return fillNumber([`${found.entry.hostPrefix}.${region}.${suffix}`], fullName)[0]!
}

/** Puts the number at the end of the service's name in the place of `#`. */
function fillNumber(names: readonly string[], fullName: string): string[] {
  const number = /-cell(\d+)$/.exec(fullName)?.[1]
  return names.map((name) => (number ? name.replace('#', number) : name))
}
