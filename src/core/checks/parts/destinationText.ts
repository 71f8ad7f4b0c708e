import type { ConstructOf } from '../../model/kinds/registry.ts'

/** The destination of a drawn route as a message shows it. */
export const destinationText = (destination: ConstructOf<'route-table'>['routes'][number]['destination']): string =>
  'cidr' in destination ? destination.cidr : `prefix list ${destination.prefixList}`
