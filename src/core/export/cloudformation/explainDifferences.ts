import type { Part } from '../plan/part.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import type { ExportRemark } from '../types.ts'

/** What a template cannot say, and what it says in its place. */
export const explainDifferences = (plan: ExportPlan): readonly ExportRemark[] =>
  plan.stacks.flatMap((stack) =>
    stack.parts.flatMap((part) => {
      const message = differenceOf(part)
      return message === null
        ? []
        : [{ construct: part.construct.id, message: `${titleOf(part.construct)}: ${message}` }]
    }),
  )

function differenceOf(part: Part): string | null {
  if (part.name === 'route-table' && part.isMain)
    return 'CloudFormation cannot set the main route table. It is a table of its own, associated with every subnet that names none.'
  if (part.name === 'network-acl' && part.isDefault)
    return 'CloudFormation cannot empty the default network ACL. It is an ACL of its own, associated with every subnet that names none.'
  if (part.name === 'security-group' && part.isDefault)
    return 'CloudFormation cannot empty the default security group. It is a group of its own, given to everything that names none.'
  if (part.name === 'interface-endpoint' && part.subnets.some((one) => one.privateIp !== null))
    return 'CloudFormation cannot choose the addresses of an endpoint, so AWS chooses them. The scripts do ask for the drawn ones.'
  return null
}
