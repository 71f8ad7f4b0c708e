import { servicePrefix } from '../aws/servicePrefix.ts'
import type { PlannedService } from '../plan/endpointShapes.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { followRegion } from './intrinsics.ts'
import type { Tree } from './resource.ts'

/** Name of a service; that of a drawn one is made of its id and its Region. */
export function serviceName(stack: StackPlan, service: PlannedService, isElsewhere: boolean): Tree {
  if (service.part === undefined) return isElsewhere ? service.name : followRegion(stack, service.name)
  const region = service.regionCode === stack.regionCode ? `\${AWS::Region}` : service.regionCode
  return { 'Fn::Sub': `${servicePrefix(service.regionCode)}${region}.\${${nameOf(stack, service.part)}}` }
}
