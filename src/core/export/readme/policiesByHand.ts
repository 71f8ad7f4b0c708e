import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { code, plain, shellBlock } from '../text/markdown.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ExportFile } from '../types.ts'

/** A policy of an organisation, and where it is attached. */
interface OrganisationPolicy {
  readonly path: string
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'
  readonly name: string
  readonly document: string
  readonly targets: readonly string[]
}

/** Source: Organizations guide: every root, unit and account has these of AWS's. */
const OF_AWS: ReadonlySet<string> = new Set(['FullAWSAccess', 'RCPFullAWSAccess'])

/** The policies of the design’s organisations, each once, whatever accounts are under it. */
function organisationPolicies(design: Design): readonly OrganisationPolicy[] {
  const found = new Map<
    string,
    { type: OrganisationPolicy['type']; name: string; document: string; targets: Set<string> }
  >()
  const note = (type: OrganisationPolicy['type'], levels: ConstructOf<'account'>['scps']): void => {
    for (const { target, policies } of levels)
      for (const { name, document } of policies) {
        if (document === null || (OF_AWS.has(name) && !document.includes('"Deny"'))) continue
        const key = JSON.stringify([type, name, document])
        const one = found.get(key) ?? { type, name, document, targets: new Set() }
        one.targets.add(target)
        found.set(key, one)
      }
  }
  for (const { scps, rcps } of listOfKind(design, 'account')) {
    note('SERVICE_CONTROL_POLICY', scps)
    note('RESOURCE_CONTROL_POLICY', rcps)
  }
  return [...found.values()].map((one, index) => ({
    ...one,
    path: `policies/organisation-${index + 1}.json`,
    targets: [...one.targets],
  }))
}

/** Resources of other kinds than the export makes, which have a policy all the same. */
const guardedByHand = (design: Design, { stacks }: ExportPlan): readonly ConstructOf<'policy-resource'>[] => {
  const made = new Set(stacks.flatMap(({ parts }) => parts.map(({ construct }) => construct.id)))
  return listOfKind(design, 'policy-resource').filter(({ id, policy }) => policy !== null && !made.has(id))
}

const textFile = (path: string, text: string): ExportFile => ({
  path,
  text: text.endsWith('\n') ? text : `${text}\n`,
  executable: false,
})

/** Policies that nothing in the export puts, ready to be put by hand. */
export const policyFiles = (design: Design, plan: ExportPlan): readonly ExportFile[] => [
  ...guardedByHand(design, plan).map(({ id, policy }) => textFile(`policies/${id}.json`, policy!)),
  ...organisationPolicies(design).map(({ path, document }) => textFile(path, document)),
]

/** How they are put. */
export function policiesSection(design: Design, plan: ExportPlan): readonly string[] {
  const guarded = guardedByHand(design, plan)
  const policies = organisationPolicies(design)
  if (guarded.length + policies.length === 0) return []
  return [
    '## Policies by hand',
    '',
    ...guarded.map((one) => `- ${plain(titleOf(one))}: ${code(one.arn)} gets ${code(`policies/${one.id}.json`)}.`),
    ...(guarded.length > 0 ? [''] : []),
    ...(policies.length === 0
      ? []
      : [
          'The organisation’s policies are those of whoever keeps it: with credentials of its management account, or of an administrator delegated for them. Until they are attached, more is allowed than the drawing says.',
          '',
          shellBlock(policies.flatMap(commandsOf)),
          '',
        ]),
  ]
}

/** Ids of roots, units and accounts. Source: Organizations API reference, AttachPolicy. */
const TARGET = /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/

const commandsOf = ({ path, type, name, targets }: OrganisationPolicy): readonly string[] => [
  `policy=$(aws organizations create-policy --type ${type} --name ${quoteShell(name)} --description '' --content file://${path} --query Policy.PolicySummary.Id --output text)`,
  ...targets.map((target) => {
    const isId = TARGET.test(target)
    return `aws organizations attach-policy --policy-id "$policy" --target-id ${isId ? target : `ID # of ${plainComment(target)}`}`
  }),
]

const plainComment = (text: string): string => text.replaceAll(/[^\p{L}\p{N} ._/-]/gu, ' ')
