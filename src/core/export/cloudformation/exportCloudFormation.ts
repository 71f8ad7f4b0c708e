import { appendAll } from '../../base/appendAll.ts'
import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import { accountNumbered } from '../aws/value.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import { environmentFile, existingIn } from '../commands/environmentFile.ts'
import { type HandStep, handStepsOf } from '../commands/handSteps.ts'
import { planDeployment } from '../commands/planDeployment.ts'
import { printWord } from '../commands/word.ts'
import { permissionFiles } from '../permissions/permissionFiles.ts'
import { valueIn } from '../plan/environments.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import type { Variable } from '../plan/variables.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'
import { packDesign } from '../text/packDesign.ts'
import type { ExportFile, ExportRemark, ExportResult, Judged } from '../types.ts'
import { writeVerifyScript } from '../verify/writeVerifyScript.ts'
import { deployGuide } from './deployGuide.ts'
import { draftTemplate } from './draftTemplate.ts'
import { explainDifferences } from './explainDifferences.ts'
import { findLimits, sizeClass } from './findLimits.ts'
import { printSections } from './printYaml.ts'
import type { TreeObject } from './resource.ts'
import { withDesign } from './withDesign.ts'
import { type Stacks, verifyWords, writeDeployScript, writeStackTeardown } from './writeDeployScript.ts'
import type { Written } from './written.ts'

/** One template for each account and Region, as YAML and as JSON, with the design file `drawing` in it, scripts that deploy them and a README. */
export function exportCloudFormation(
  design: Design,
  plan: ExportPlan,
  judged: Judged,
  drawing: string | null,
): ExportResult {
  const labels = labelsOf(plan.stacks.map((stack) => `${stack.regionCode}-${stack.accountId}`))
  const byHand = handStepsOf(plan.stacks)
  const partNames = new Map(plan.stacks.flatMap(({ parts }) => parts.map(({ key, name }) => [key, name] as const)))
  const drafts = plan.stacks.map((stack) => draftTemplate(design, stack, partNames))
  // What stacks and steps by hand ask of each other becomes an output
  const wanted = new Set([...drafts.flatMap(({ given }) => [...given.keys()]), ...byHand.flatMap((step) => step.takes)])
  const packed = drawing === null ? null : packDesign(drawing)
  const files: ExportFile[] = []
  const limits: ExportRemark[] = []
  const templates = plan.stacks.map((stack, index): Written => {
    const built = drafts[index]!.complete(wanted)
    const name = `template${labels[index] === '' ? '' : `-${labels[index]}`}`
    const { tree, yaml } = printed(built.tree, packed)
    files.push(textFile(`${name}.yaml`, yaml), textFile(`${name}.json`, `${JSON.stringify(tree, null, 2)}\n`))
    appendAll(limits, findLimits(`${name}.yaml`, yaml, built.resources))
    return { ...built, stack, path: `${name}.yaml`, label: labels[index]! }
  })
  const deployment = planDeployment(templates, byHand)
  if (templates.length > 0) {
    const all = variablesOf(plan.stacks)
    const handled = new Set(byHand.map(({ part }) => part.key))
    const stacks = stacksOf(design, templates, byHand)
    files.push(
      script('deploy.sh', writeDeployScript(stacks, deployment)),
      script('teardown.sh', writeStackTeardown(stacks, deployment)),
      ...(design.requests.length > 0
        ? [script('verify.sh', writeVerifyScript(design, plan, judged.answers, verifyWords(stacks)))]
        : []),
      ...environmentFiles(design, stacks, all),
      ...permissionFiles(design, plan, {
        byCloudFormation: true,
        isByHand: (part) => handled.has(part.key),
        further: () => [],
      }),
    )
  }
  const remarks = [...plan.remarks, ...explainDifferences(design, plan, templates), ...limits]
  files.unshift(
    textFile(
      'README.md',
      writeReadme(design, { ...plan, remarks }, deployGuide(design, templates, deployment), judged),
    ),
  )
  return { format: 'cloudformation', files, remarks }
}

/** The template with the drawing in it, as data and as YAML. The drawing is left out where it alone would make the template too large for a call: the design file is there as well. */
function printed(tree: TreeObject, packed: string | null): { readonly tree: TreeObject; readonly yaml: string } {
  const sections = printSections(tree)
  const bare = { tree, yaml: [...sections.values()].join('') }
  if (packed === null) return bare
  const full = withDesign(tree, packed)
  const yaml = [...new Map([...sections, ...printSections({ Metadata: full.Metadata! })]).values()].join('')
  return sizeClass(yaml) === sizeClass(bare.yaml) ? { tree: full, yaml } : bare
}

const textFile = (path: string, text: string): ExportFile => ({ path, text, executable: false })
const script = (path: string, text: string): ExportFile => ({ path, text, executable: true })

function stacksOf(design: Design, templates: readonly Written[], byHand: readonly HandStep[]): Stacks {
  const numbers = [...new Set(templates.map(({ stack }) => stack.accountId))]
  const labels = labelsOf(numbers)
  const accounts = new Map(
    numbers.map((accountId, index) => {
      const { stack } = templates.find((one) => one.stack.accountId === accountId)!
      const number = /^\d{12}$/.test(accountId) ? printWord(stack, accountNumbered(accountId)) : "''"
      return [accountId, { label: labels[index]!, number }] as const
    }),
  )
  // Regions and accounts are what the scripts themselves have to know; the rest stands in files of parameters
  const commands = byHand.flatMap((step) => [...step.commands, ...(step.later?.commands ?? [])]).join('\n')
  const variables = variablesOf(templates.map(({ stack }) => stack)).filter(
    ({ kind, name }) => kind === 'account' || kind === 'region' || commands.includes(`"$${name}"`),
  )
  return { title: design.title, deployment: deploymentOf(design), templates, variables, accounts }
}

/** For each environment what the scripts have to know, and the parameters of each stack. */
const environmentFiles = (design: Design, { templates }: Stacks, variables: readonly Variable[]): ExportFile[] =>
  deployOf(design).environments.flatMap((environment) => [
    environmentFile(design, environment, variables, templates[0]!.stack.drawn),
    ...templates.map(({ stack, label, variables: own, parameters }) => {
      const ids = existingIn(stack, environment)
      const values = new Map([
        ...own.map((one) => [one.name, valueIn(stack.drawn, environment, one)] as const),
        ...ids.filter(([name]) => name in parameters),
      ])
      const lines = [...values].map(([ParameterKey, ParameterValue]) =>
        JSON.stringify({ ParameterKey, ParameterValue }),
      )
      const path = `parameters/${environment.name}${label === '' ? '' : `-${label}`}.json`
      return textFile(path, `[\n  ${lines.join(',\n  ')}\n]\n`)
    }),
  ])
