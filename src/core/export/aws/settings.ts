import type { PartName, PartOf } from '../plan/part.ts'
import { access } from './access.ts'
import { balancers } from './balancers.ts'
import { dns } from './dns.ts'
import { endpointService } from './endpointService.ts'
import { endpoints } from './endpoints.ts'
import { filters } from './filters.ts'
import { firewalls } from './firewalls.ts'
import { gateways } from './gateways.ts'
import { instance } from './instance.ts'
import { lattice } from './lattice.ts'
import { peering } from './peering.ts'
import { routing } from './routing.ts'
import { ecsTask, lambdaFunction } from './serverless.ts'
import { storage } from './storage.ts'
import { transit } from './transit.ts'
import type { Settings } from './value.ts'
import { vpc } from './vpc.ts'
import { vpn } from './vpn.ts'

const settings = {
  ...vpc,
  ...gateways,
  ...routing,
  ...filters,
  ...firewalls,
  ...balancers,
  ...endpoints,
  ...endpointService,
  ...lattice,
  ...peering,
  ...transit,
  ...vpn,
  ...dns,
  ...instance,
  ...lambdaFunction,
  ...ecsTask,
  ...storage,
  ...access,
} satisfies { readonly [N in PartName]: (part: PartOf<N>) => Settings }

/** What AWS is asked for a part of that name, by the API's names of the parameters. */
export type SettingsOf<N extends PartName> = ReturnType<(typeof settings)[N]>
const byPart: { readonly [N in PartName]: (part: PartOf<N>) => SettingsOf<N> } = settings

/** What AWS is asked for the part, in one request or several. Formats only spell it. */
export const settingsOf = <N extends PartName>(part: PartOf<N>): SettingsOf<N> => byPart[part.name](part)
