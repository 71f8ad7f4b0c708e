import { type FoundService, findService } from '../../aws/findService.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { CheckContext } from '../check.ts'

export { lives } from '../../model/lives.ts'

/** The service of the catalogue that an interface endpoint leads to; null where it leads to a drawn service, or to one that no list holds. */
export const awsServiceOf = (
  { catalogue }: Pick<CheckContext, 'catalogue'>,
  { endpointService, service }: Pick<ConstructOf<'interface-endpoint'>, 'endpointService' | 'service'>,
): FoundService | null => (endpointService === null ? findService(catalogue, service) : null)
