import type { Catalogue } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { rightServiceName } from './serviceForms.ts'

/** The full names of a Region's services that take endpoints of this type, in the order of the alphabet; empty for unknown Regions. */
export function serviceNamesIn(catalogue: Catalogue, region: string, type: 'interface' | 'gateway'): readonly string[] {
  if (!indexOf(catalogue).regions.has(region)) return []
  return catalogue.services
    .filter((service) => service.types.includes(type) && (service.regions?.includes(region) ?? true))
    .map((service) => rightServiceName(service.name.replace('{r}', region), type))
    .sort()
}
