import type { Catalogue } from '../../aws/catalogue.ts'
import { findService } from '../../aws/findService.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'

type Named = Pick<ConstructOf<'interface-endpoint'>, 'service' | 'serviceRegion'>

/** The Region that the name of a service says, of AWS or of another owner; null where it says none. */
export function regionInName(catalogue: Catalogue, service: string): string | null {
  const found = findService(catalogue, service)
  if (found) return found.region || null
  return /^(?:cn\.)?com\.amazonaws\.vpce\.([a-z0-9-]+)\./.exec(service)?.[1] ?? null
}

/** The Regions that alone have a service of AWS, where the one that the endpoint means is not among them; null where it is, or where the service is in every Region. Source: `homeRegions` of the catalogue. */
export function homesElsewhere(
  catalogue: Catalogue,
  { service, serviceRegion }: Named,
  regionCode: string,
): readonly string[] | null {
  const found = findService(catalogue, service)
  const { home, regions } = found?.entry ?? {}
  const meant = found?.region || (serviceRegion ?? regionCode)
  return home && regions && !regions.includes(meant) ? regions : null
}

/** Whether the two Regions belong to one partition. */
export function inOnePartition({ regions }: Catalogue, one: string, other: string): boolean {
  const partition = (code: string) => regions.find((region) => region.code === code)?.partition
  return partition(one) === partition(other)
}
