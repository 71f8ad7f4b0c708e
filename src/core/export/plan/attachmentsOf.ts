import { listOfKind } from '../../model/containment.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { keyOf, type PartKey } from './part.ts'
import type { Planning } from './planning.ts'

/** Keys of the parts that attach internet gateways to the VPC. */
export const attachmentsOf = (planning: Planning, vpc: ConstructId): PartKey[] =>
  listOfKind(planning.design, 'internet-gateway')
    .filter((gateway) => gateway.vpc === vpc && planning.included.has(gateway.id))
    .map((gateway) => keyOf(gateway, 'attachment'))
