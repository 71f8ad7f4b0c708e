import { constructOfKind } from '../../model/containment.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import type { PlannedService } from './endpointShapes.ts'
import { keyOf, type PartKey } from './part.ts'
import { addRemark, type Planning, wantConstruct } from './planning.ts'

type Endpoint = Construct & { readonly service: string; readonly endpointService: string | null }

/** The service that an endpoint is for: the drawn one where it names one, with the parts that have to be there before. */
export function serviceOf(planning: Planning, construct: Endpoint): { service: PlannedService; needs: PartKey[] } {
  const id = construct.endpointService
  if (id === null) return { service: { name: construct.service }, needs: [] }
  const drawn = constructOfKind(planning.design, id, 'endpoint-service')
  const [place] = planning.places.get(id) ?? []
  if (!drawn || !place) {
    addRemark(planning, construct, `the endpoint service “${id}” is not in the design; “${construct.service}” is used.`)
    return { service: { name: construct.service }, needs: [] }
  }
  const part = wantConstruct(planning, drawn)
  return { service: { part, regionCode: place.regionCode }, needs: [part, keyOf(drawn, 'permissions')] }
}
