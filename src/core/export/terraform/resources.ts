import { settingsOf } from '../aws/settings.ts'
import type { PartName, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { access } from './access.ts'
import type { Asked, Printer } from './asked.ts'
import { balancers } from './balancers.ts'
import { clients } from './clients.ts'
import { dns } from './dns.ts'
import { endpoints } from './endpoints.ts'
import { filters } from './filters.ts'
import { firewalls } from './firewalls.ts'
import { lattice } from './lattice.ts'
import { network } from './network.ts'
import { transit } from './transit.ts'

/** How the provider spells each part. */
const RESOURCES: { readonly [N in PartName]: Printer<N> } = {
  ...network,
  ...filters,
  ...firewalls,
  ...balancers,
  ...endpoints,
  ...lattice,
  ...transit,
  ...dns,
  ...clients,
  ...access,
}

/** The resources of a part, its own one first. */
export const printPart = <N extends PartName>(part: PartOf<N>, stack: StackPlan): readonly Asked[] =>
  RESOURCES[part.name](part, settingsOf(part), stack)
