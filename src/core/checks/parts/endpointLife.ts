import { type FoundService, findService } from '../../aws/findService.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { CheckContext } from '../check.ts'

const DEAD: ReadonlySet<string> = new Set(['deleting', 'deleted', 'rejected', 'failed', 'expired'])

/** Whether an endpoint is there, or will be: one that is deleted or was refused claims no names and serves nobody. Source: EC2 API, State of VpcEndpoint. */
export const lives = ({ state }: { readonly state: string }): boolean => !DEAD.has(state)

/** The service of the catalogue that an interface endpoint leads to; null where it leads to a drawn service, or to one that no list holds. */
export const awsServiceOf = (
  { catalogue }: Pick<CheckContext, 'catalogue'>,
  { endpointService, service }: Pick<ConstructOf<'interface-endpoint'>, 'endpointService' | 'service'>,
): FoundService | null => (endpointService === null ? findService(catalogue, service) : null)
