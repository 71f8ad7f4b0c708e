import { balancers } from './types/balancers.ts'
import { clients } from './types/clients.ts'
import { containers } from './types/containers.ts'
import { databases } from './types/databases.ts'
import { endpoints } from './types/endpoints.ts'
import { filters } from './types/filters.ts'
import { guarded } from './types/guarded.ts'
import { identities } from './types/identities.ts'
import { names } from './types/names.ts'
import { network } from './types/network.ts'
import { services } from './types/services.ts'
import type { TerraformTypes } from './types/terraformType.ts'
import { transit } from './types/transit.ts'

/** Every type of the AWS provider that is read, by its name. */
export const TERRAFORM_TYPES: TerraformTypes = {
  ...network,
  ...filters,
  ...endpoints,
  ...transit,
  ...balancers,
  ...clients,
  ...containers,
  ...databases,
  ...names,
  ...services,
  ...identities,
  ...guarded,
}
