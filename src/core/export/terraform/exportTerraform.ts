import type { Design } from '../../model/design.ts'
import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import type { PartKey } from '../plan/part.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { labelsOf } from '../text/labelsOf.ts'
import type { ExportFile, ExportFinding, ExportResult } from '../types.ts'
import type { Known } from './asked.ts'
import { type BuiltModule, buildModule, partNamesOf } from './buildModule.ts'
import { deployGuide } from './deployGuide.ts'
import { explainDifferences } from './explainDifferences.ts'
import { handStepsOf } from './handSteps.ts'
import { LAMBDA_FILE } from './lambdaFile.ts'
import { makesOf, writeOutputs } from './outputs.ts'
import { variablesOf, writeExample, writeVariables } from './variables.ts'
import { writeMain } from './writeMain.ts'
import { writeVersions } from './writeVersions.ts'
import type { Written } from './written.ts'

/** One root module for each account and Region, and a README. */
export function exportTerraform(design: Design, plan: ExportPlan, findings: readonly ExportFinding[]): ExportResult {
  const folders = labelsOf(plan.stacks.map((stack) => `${stack.regionCode}-${stack.accountId}`))
  const partNames = partNamesOf(plan.stacks)
  const byHand = handStepsOf(plan.stacks)
  const built = plan.stacks.map(buildModule)
  // What modules and steps by hand ask of each other becomes an output
  const wanted = onceEach([
    ...built.flatMap(({ given }) => [...given.values()]),
    ...byHand.flatMap(({ wants }) => wants.map((of) => ({ of, known: 'id' as const }))),
  ])
  const modules = built.map((one, index): Written => {
    const asks = variablesOf(design, one.stack, one.variables, one.given, partNames)
    return { ...one, folder: folders[index]!, asks, waits: makesOf(one, wanted) }
  })
  const remarks = [...plan.remarks, ...explainDifferences(built)]
  const guide = deployGuide(modules, byHand)
  const files = modules.flatMap((module, index) => filesOf(module, built[index]!, wanted))
  const readme = writeReadme(design, { ...plan, remarks }, guide, findings)
  return { format: 'terraform', files: [textFile('README.md', readme), ...files], remarks }
}

function filesOf(module: Written, built: BuiltModule, wanted: ReturnType<typeof onceEach>): readonly ExportFile[] {
  const path = (name: string): string => (module.folder === '' ? name : `${module.folder}/${name}`)
  const hasCode = module.stack.parts.some(({ name }) => name === 'lambda-function')
  const outputs = writeOutputs(built, wanted)
  return [
    textFile(path('main.tf'), writeMain(built)),
    textFile(path('variables.tf'), writeVariables(module.asks)),
    ...(outputs === '' ? [] : [textFile(path('outputs.tf'), outputs)]),
    textFile(path('versions.tf'), writeVersions()),
    textFile(path('terraform.tfvars.example'), writeExample(module.asks)),
    ...(hasCode ? [textFile(path(`${LAMBDA_FILE}.base64`), `${LAMBDA_ZIP}\n`)] : []),
  ]
}

const onceEach = (all: readonly { readonly of: PartKey; readonly known: Known }[]) => [
  ...new Map(all.map((one) => [`${one.known} ${one.of}`, one])).values(),
]

const textFile = (path: string, text: string): ExportFile => ({ path, text, executable: false })
