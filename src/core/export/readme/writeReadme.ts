import type { Design } from '../../model/design.ts'
import { neededActions } from '../permissions/neededActions.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { code, plain } from '../text/markdown.ts'
import type { ExportFinding, Judged } from '../types.ts'
import { costSection } from './costSection.ts'
import { contentsSection, lookUpSection } from './madeSection.ts'
import { policiesSection } from './policiesByHand.ts'
import { replacementLines } from './replacementLines.ts'
import { type ReadDeployed, verifySection } from './verifySection.ts'
import { zoneSection } from './zoneSection.ts'

/** The README of an export. `howTo` are the sections of the format: deploy and tear down. */
export function writeReadme(
  design: Design,
  plan: ExportPlan,
  howTo: {
    readonly deploy: readonly string[]
    readonly environments: readonly string[]
    readonly tearDown: readonly string[]
    /** How what stands there is compared with the files. */
    readonly drift: readonly string[]
    /** Whether an edit makes a resource anew; the scripts leave what is there as it is. */
    readonly replaces: boolean
    /** A section of the format's own. */
    readonly more?: readonly string[]
    /** What the policies of the deployer do not hold. */
    readonly beside?: readonly string[]
    readonly notes: readonly string[]
    /** How the section on checking reads what was deployed, in the shell; or the section itself. */
    readonly read: ReadDeployed | readonly string[]
    /** IAM actions of the tool itself. */
    readonly actions: readonly string[]
  },
  { findings, answers }: Judged,
): string {
  const isEmpty = plan.stacks.length === 0
  const lines = [
    `# ${plain(design.title === '' ? 'Untitled design' : design.title)}`,
    '',
    ...(design.description === '' ? [] : [plain(design.description), '']),
    'Written by Hopwise from a drawing. The same drawing always gives the same files.',
    '',
    ...(isEmpty
      ? ['Nothing in the design is deployed: it holds no VPC, bucket, table or role.', '']
      : ['## Deploy', '', ...howTo.deploy, '', '## Environments', '', ...howTo.environments, '']),
    ...section('What the checks find wrong', said(findings, 'error')),
    ...section('What the checks ask to look at', said(findings, 'warning')),
    ...section('Worth knowing', [
      ...(isEmpty ? [] : howTo.notes),
      ...plan.remarks.map((remark) => plain(remark.message)),
    ]),
    ...contentsSection(plan),
    ...(isEmpty ? [] : costSection(plan.stacks)),
    ...zoneSection(design, plan),
    ...lookUpSection(design, plan),
    ...(isEmpty ? [] : checkSection(design, plan, howTo.read, answers)),
    ...policiesSection(design, plan),
    ...(isEmpty ? [] : ['## Drift', '', ...howTo.drift, '']),
    ...(isEmpty || !howTo.replaces ? [] : titled('What replaces a resource', replacementLines(plan.stacks))),
    ...(isEmpty ? [] : (howTo.more ?? [])),
    ...(isEmpty ? [] : ['## Tear down', '', ...howTo.tearDown, '']),
    ...(isEmpty ? [] : permissionsSection([...howTo.actions, ...neededActions(plan.stacks)], howTo.beside ?? [])),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const checkSection = (
  design: Design,
  plan: ExportPlan,
  read: ReadDeployed | readonly string[],
  answers: Judged['answers'],
): readonly string[] =>
  typeof read === 'function'
    ? verifySection(design, plan, read, answers)
    : read.length === 0
      ? []
      : ['## Check it', '', ...read, '']

const said = (findings: readonly ExportFinding[], of: string): string[] =>
  findings.filter(({ severity }) => severity === of).map(({ message }) => plain(message))

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`), '']

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']

/** What whoever deploys has to be allowed. */
const permissionsSection = (actions: readonly string[], beside: readonly string[]): readonly string[] => [
  '## IAM permissions it takes',
  '',
  'The files `permissions*.json` are IAM policies for whoever deploys and takes down again, those of each account; several of one account are parts of what is longer than a managed policy may be. They hold these actions, on things of the types that they act on, in the accounts and Regions of the design and its environments, and where EC2 can ask for it on things that carry the tag `hopwise:design` of these deployments. Another name of the deployment has to be written into them.',
  '',
  ...beside.flatMap((line) => [line, '']),
  ...actionLines(actions).map((line) => `- ${line}`),
  '',
]

/** One line for each AWS service. */
function actionLines(actions: readonly string[]): string[] {
  const byService = new Map<string, string[]>()
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':')
    const names = byService.get(service) ?? []
    if (!names.includes(code(name))) byService.set(service, [...names, code(name)])
  }
  return [...byService].map(([service, names]) => `${service}: ${names.join(', ')}`)
}
