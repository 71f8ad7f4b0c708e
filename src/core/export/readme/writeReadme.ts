import type { Design } from '../../model/design.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { code, plain } from '../text/markdown.ts'
import type { ExportFinding } from '../types.ts'
import { neededActions } from './neededActions.ts'
import { type ReadDeployed, verifySection } from './verifySection.ts'

/** The README of an export. `howTo` are the sections of the format: deploy and tear down. */
export function writeReadme(
  design: Design,
  plan: ExportPlan,
  howTo: {
    readonly deploy: readonly string[]
    readonly environments: readonly string[]
    readonly tearDown: readonly string[]
    readonly notes: readonly string[]
    /** How the section on checking reads what was deployed, in the shell; or the section itself. */
    readonly read: ReadDeployed | readonly string[]
    /** IAM actions of the tool itself. */
    readonly actions: readonly string[]
  },
  findings: readonly ExportFinding[],
): string {
  const isEmpty = plan.stacks.length === 0
  const lines = [
    `# ${plain(design.title === '' ? 'Untitled design' : design.title)}`,
    '',
    ...(design.description === '' ? [] : [plain(design.description), '']),
    'Written by Hopwise from a drawing. The same drawing always gives the same files.',
    '',
    ...(isEmpty
      ? ['Nothing in the design is deployed: it holds no VPC, bucket or table.', '']
      : ['## Deploy', '', ...howTo.deploy, '', '## Environments', '', ...howTo.environments, '']),
    ...section('What the checks find wrong', said(findings, 'error')),
    ...section('What the checks ask to look at', said(findings, 'warning')),
    ...section('Worth knowing', [
      ...(isEmpty ? [] : howTo.notes),
      ...plan.remarks.map((remark) => plain(remark.message)),
    ]),
    ...plan.stacks.flatMap((stack) => contentsSection(stack)),
    ...(isEmpty ? [] : checkSection(design, plan, howTo.read)),
    ...(isEmpty ? [] : ['## Tear down', '', ...howTo.tearDown, '']),
    ...section('IAM actions it takes', actionLines(isEmpty ? [] : [...howTo.actions, ...neededActions(plan.stacks)])),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const checkSection = (design: Design, plan: ExportPlan, read: ReadDeployed | readonly string[]): readonly string[] =>
  typeof read === 'function'
    ? verifySection(design, plan, read)
    : read.length === 0
      ? []
      : ['## Check it', '', ...read, '']

const said = (findings: readonly ExportFinding[], of: string): string[] =>
  findings.filter(({ severity }) => severity === of).map(({ message }) => plain(message))

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`), '']

/** What is made, in the order of creation; parts of one construct share a line. */
function contentsSection(stack: StackPlan): string[] {
  const seen = new Set<string>()
  const constructs = stack.parts.map((part) => part.construct).filter((one) => !seen.has(one.id) && seen.add(one.id))
  const where = [stack.regionCode, stack.accountId].filter((text) => text !== '').map(code)
  return section(
    'What it makes',
    constructs.map((one) => `${definitionOf(one.kind).title}: ${plain(titleOf(one))}`),
  ).flatMap((line, index) => (index === 1 ? ['', `In ${where.join(', account ')}, in this order:`, ''] : [line]))
}

/** One line for each AWS service. */
function actionLines(actions: readonly string[]): string[] {
  const byService = new Map<string, string[]>()
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':')
    byService.set(service, [...(byService.get(service) ?? []), code(name)])
  }
  return [...byService].map(([service, names]) => `${service}: ${names.join(', ')}`)
}
