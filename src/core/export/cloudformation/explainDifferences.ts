import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Part } from '../plan/part.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import type { ExportRemark } from '../types.ts'
import type { BuiltTemplate } from './draftTemplate.ts'

/** What a template cannot say, and what it says in its place. */
export const explainDifferences = (
  design: Design,
  plan: ExportPlan,
  templates: readonly Pick<BuiltTemplate, 'altered'>[],
): readonly ExportRemark[] => [...differences(plan), ...lookUps(design, templates)]

/** Texts in which a space was put, each once by construct. */
function lookUps(design: Design, templates: readonly Pick<BuiltTemplate, 'altered'>[]): readonly ExportRemark[] {
  const texts = new Map<ConstructId | null, Set<string>>()
  for (const { construct, text } of templates.flatMap(({ altered }) => altered))
    texts.set(construct, (texts.get(construct) ?? new Set()).add(text))
  return [...texts].map(([construct, found]) => ({
    construct,
    message: `${construct === null ? 'The design' : titleOf(design.constructs[construct]!)}: CloudFormation would read a secret or parameter of the account where it says ${[...found].map((text) => `“${text}”`).join(', ')}. It is written with a space: “{ {resolve:”.`,
  }))
}

const differences = (plan: ExportPlan): readonly ExportRemark[] =>
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
  if (part.name === 'interface-endpoint' && part.subnets.some((one) => one.privateIp !== null || one.ipv6 !== null))
    return 'CloudFormation cannot choose the addresses of an endpoint, so AWS chooses them. The scripts do ask for the drawn ones.'
  return null
}
