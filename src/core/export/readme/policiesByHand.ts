import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isOwnPolicy } from '../plan/isOwnPolicy.ts'
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

/** The policies of the design’s organisations, each once, whatever accounts are under it. */
function organisationPolicies(design: Design): readonly OrganisationPolicy[] {
  const found = new Map<
    string,
    { type: OrganisationPolicy['type']; name: string; document: string; targets: Set<string> }
  >()
  const note = (type: OrganisationPolicy['type'], levels: ConstructOf<'account'>['scps']): void => {
    for (const { target, policies } of levels)
      for (const { name, document } of policies.filter(isOwnPolicy)) {
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

/**
 * Where AWS's policy that allows everything is not drawn beside others that allow something: as long as it is attached, those allow nothing
 * less. Resource control policies have theirs everywhere. Source: Organizations guide, service control policies; resource control policies.
 */
const withoutFullAccess = (design: Design): readonly string[] => [
  ...new Set(
    listOfKind(design, 'account')
      .flatMap(({ scps }) => scps)
      .filter(
        ({ policies }) =>
          policies.every(({ name, document }) => name !== 'FullAWSAccess' && document !== null) &&
          policies.some(({ document }) => document?.includes('"Allow"')),
      )
      .map(({ target }) => target),
  ),
]

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
  const closed = withoutFullAccess(design)
  if (guarded.length + policies.length === 0) return []
  return [
    '## Policies by hand',
    '',
    'Their texts are as drawn: put in the ids, accounts and names of what was made first.',
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
          ...(closed.length === 0
            ? []
            : [
                'AWS attaches `FullAWSAccess` to everything, and beside it what others allow limits nothing. Where it is not drawn, take it off, last of all:',
                '',
                shellBlock(
                  closed.map(
                    (target) =>
                      `aws organizations detach-policy --policy-id p-FullAWSAccess --target-id ${targetWord(target)}`,
                  ),
                ),
                '',
              ]),
        ]),
  ]
}

/** Ids of roots, units and accounts. Source: Organizations API reference, AttachPolicy. */
const TARGET = /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/

const commandsOf = ({ path, type, name, targets }: OrganisationPolicy): readonly string[] => [
  `policy=$(aws organizations create-policy --type ${type} --name ${quoteShell(name)} --description '' --content file://${path} --query Policy.PolicySummary.Id --output text)`,
  ...targets.map((target) => `aws organizations attach-policy --policy-id "$policy" --target-id ${targetWord(target)}`),
]
const targetWord = (target: string): string => (TARGET.test(target) ? target : `ID # of ${plainComment(target)}`)

const plainComment = (text: string): string => text.replaceAll(/[^\p{L}\p{N} ._/-]/gu, ' ')
