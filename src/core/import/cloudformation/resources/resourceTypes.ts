import { accessPoints } from './accessPoints.ts'
import { balancers } from './balancers.ts'
import { callers } from './callers.ts'
import { containers } from './containers.ts'
import { databases } from './databases.ts'
import { dns } from './dns.ts'
import { endpoints } from './endpoints.ts'
import { filters } from './filters.ts'
import { firewalls } from './firewalls.ts'
import { functions } from './functions.ts'
import { gateways } from './gateways.ts'
import { guarded } from './guarded.ts'
import { identities } from './identities.ts'
import { instances } from './instances.ts'
import { keptAside } from './keptAside.ts'
import { lattice } from './lattice.ts'
import { onPremises } from './onPremises.ts'
import { organisationPolicies } from './organisationPolicies.ts'
import type { ResourceType } from './resourceType.ts'
import { routing } from './routing.ts'
import { schedules } from './schedules.ts'
import { storage } from './storage.ts'
import { transit } from './transit.ts'
import { vpc } from './vpc.ts'

/** Every type of resource that is read, or that others refer to, by CloudFormation's names. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  ...vpc,
  ...routing,
  ...filters,
  ...gateways,
  ...instances,
  ...containers,
  ...schedules,
  ...functions,
  ...databases,
  ...callers,
  ...balancers,
  ...endpoints,
  ...transit,
  ...onPremises,
  ...dns,
  ...firewalls,
  ...lattice,
  ...storage,
  ...accessPoints,
  ...identities,
  ...organisationPolicies,
  ...guarded,
  ...keptAside,
}
