import type { Construct, ConstructId, ConstructKind, ConstructOf, Design, Edit } from '../../model/index.ts'
import { change } from './change.ts'
import { ofKind } from './ofKind.ts'

/** What has interfaces in several subnets of its VPC. */
const KINDS = [
  'interface-endpoint',
  'resource-endpoint',
  'service-network-endpoint',
  'network-load-balancer',
  'application-load-balancer',
  'gateway-load-balancer',
  'transit-gateway-attachment',
  'network-firewall',
] as const satisfies readonly ConstructKind[]
export type SubnetHolder = ConstructOf<(typeof KINDS)[number]>
export const subnetHolderKinds: readonly SubnetHolder['kind'][] = KINDS

/** Every one of them with its subnets, in the order of its list. */
export function* subnetHolders(
  design: Design,
): Iterable<{ readonly holder: SubnetHolder; readonly subnets: readonly ConstructId[] }> {
  for (const kind of KINDS)
    for (const holder of ofKind(design, kind))
      yield { holder, subnets: holder.subnets.map((one) => (typeof one === 'string' ? one : one.subnet)) }
}

/** Takes one subnet out of the list. */
export const withoutSubnet = ({ kind, id, subnets }: SubnetHolder, index: number): Edit =>
  change(kind, id, { subnets: (subnets as readonly unknown[]).toSpliced(index, 1) } as Partial<Construct>)
