import { listConstructs } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import { constructKinds, definitions } from '../../model/kinds/definitions.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { change } from './change.ts'

/** What has interfaces in several subnets of its VPC. */
export type SubnetHolder = Extract<Construct, { readonly subnets: readonly unknown[] }>
export const subnetHolderKinds = constructKinds.filter((kind) =>
  definitions[kind].references.some(({ path }) => path.startsWith('subnets[]')),
)

/** Every one of them with its subnets, in the order of its list. */
export function* subnetHolders(
  design: Design,
): Iterable<{ readonly holder: SubnetHolder; readonly subnets: readonly ConstructId[] }> {
  for (const holder of listConstructs(design))
    if ('subnets' in holder)
      yield { holder, subnets: holder.subnets.map((one) => (typeof one === 'string' ? one : one.subnet)) }
}

/** Takes one subnet out of the list. */
export const withoutSubnet = ({ kind, id, subnets }: SubnetHolder, index: number): Edit =>
  change(kind, id, { subnets: (subnets as readonly unknown[]).toSpliced(index, 1) } as Partial<Construct>)
