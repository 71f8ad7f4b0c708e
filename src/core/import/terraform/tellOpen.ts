import { groupBy } from '../../base/groupBy.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { bag } from './bag.ts'
import { listNames } from './listNames.ts'
import type { Instance } from './terraformRoot.ts'
import type { Seen, TerraformTypes } from './types/terraformType.ts'
import { words } from './words.ts'

/** What adds to something that no file manages, or that is known only after the apply. */
export const addsToNothing = (seen: ReadonlyMap<Instance, Seen>, types: TerraformTypes): readonly Seen[] =>
  [...seen.values()].filter(({ instance: { mode, type }, named }) => {
    const { addsTo } = types[type] ?? {}
    return mode === 'managed' && addsTo !== undefined && named(addsTo)?.instance.mode !== 'managed'
  })

/** One line for each type of which instances do. */
export function tellAdding(taker: NoteTaker, seen: ReadonlyMap<Instance, Seen>, types: TerraformTypes): void {
  for (const [type, some] of groupBy(addsToNothing(seen, types), ({ instance }) => instance.type))
    takeNote(
      taker,
      'unknown',
      `${type} adds to what no file manages, or to what is known only after the apply, so that what it changes is not known: ${listNames(some.map(({ instance }) => instance.address))}`,
      some[0]!.instance.place,
      { isOfResources: true },
    )
}

const RULES = 'aws_security_group_rule aws_vpc_security_group_ingress_rule aws_vpc_security_group_egress_rule'

/** Blocks that a plan shows as AWS’s to fill in where nobody writes them, and what says the same beside their resource, by which attribute. Source: AWS provider, argument references. */
const LOOPS: Readonly<Record<string, readonly [blocks: string, beside: string, by: string]>> = {
  aws_security_group: ['ingress egress', RULES, 'security_group_id'],
  aws_default_security_group: ['ingress egress', RULES, 'security_group_id'],
  aws_network_acl: ['ingress egress', 'aws_network_acl_rule', 'network_acl_id'],
  aws_route_table: ['route', 'aws_route', 'route_table_id'],
  aws_default_route_table: ['route', 'aws_route', 'route_table_id'],
  aws_ec2_managed_prefix_list: ['entry', 'aws_ec2_managed_prefix_list_entry', 'prefix_list_id'],
}

/** A plan shows what a `dynamic` block makes of what is known only after the apply as if nobody had written it: one line for what may have such. */
export function tellLoops(taker: NoteTaker, seen: ReadonlyMap<Instance, Seen>): void {
  const found = [...seen.values()].flatMap(({ instance, naming }) => {
    const { block, unknown, type, address, place } = instance
    if (block === null || !Object.hasOwn(LOOPS, type)) return []
    const [blocks, beside, by] = LOOPS[type]!
    const open = words(blocks).filter((name) => bag(unknown)[name] === true && !(name in bag(block.expressions)))
    if (open.length === 0 || words(beside).some((one) => naming(one, by).length > 0)) return []
    return [{ what: `${open.join(' and ')} of ${address}`, place }]
  })
  if (found.length > 0)
    takeNote(
      taker,
      'assumed',
      `Plans do not show dynamic blocks whose for_each is known only after the apply: taken for granted that there is none for ${listNames(found.map(({ what }) => what))}`,
      found[0]!.place,
    )
}
