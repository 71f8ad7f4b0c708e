import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import { variablesOf as varyingOf } from '../aws/variablesIn.ts'
import { environmentFile } from '../commands/environmentFile.ts'
import { permissionFiles } from '../permissions/permissionFiles.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { labelsOf } from '../text/labelsOf.ts'
import type { ExportFile, ExportResult, Judged } from '../types.ts'
import { writeVerifyScript } from '../verify/writeVerifyScript.ts'
import type { Asking } from './asked.ts'
import { buildModule, partNamesOf } from './buildModule.ts'
import { deployGuide } from './deployGuide.ts'
import { explainDifferences } from './explainDifferences.ts'
import { handStepsOf } from './handSteps.ts'
import { LAMBDA_FILE } from './lambdaFile.ts'
import { makesOf, writeOutputs } from './outputs.ts'
import { readActions } from './readActions.ts'
import { variablesOf, writeExample, writeVariables } from './variables.ts'
import { verifyWords } from './verifyWords.ts'
import { writeMain } from './writeMain.ts'
import { writeTfvars } from './writeTfvars.ts'
import { writeVersions } from './writeVersions.ts'
import type { Written } from './written.ts'

/** One root module for each account and Region, and a README. */
export function exportTerraform(design: Design, plan: ExportPlan, judged: Judged): ExportResult {
  const folders = labelsOf(plan.stacks.map((stack) => `${stack.regionCode}-${stack.accountId}`))
  const partNames = partNamesOf(plan.stacks)
  const byHand = handStepsOf(plan.stacks)
  const all = plan.stacks.map(buildModule)
  // What modules and steps by hand ask of each other becomes an output
  const wanted = onceEach([
    ...all.flatMap(({ given }) => [...given.values()]),
    ...byHand.flatMap(({ wants }) => wants.map((of): Asking => ({ of, known: 'id' }))),
  ])
  const modules = all.map((built, index): Written => {
    // What others ask for may ask for more
    const waits = makesOf(built, wanted)
    const asks = variablesOf(design, built.module, built.variables, partNames)
    return { built, folder: folders[index]!, asks, given: built.given, waits }
  })
  const remarks = [...plan.remarks, ...explainDifferences(all)]
  const readme = writeReadme(design, { ...plan, remarks }, deployGuide(design, modules, byHand), judged)
  const files = modules.flatMap((module) => filesOf(design, module, wanted))
  const [first] = plan.stacks
  const verify =
    first && design.requests.length > 0
      ? [
          {
            path: 'verify.sh',
            text: writeVerifyScript(design, plan, judged.answers, verifyWords(design, modules)),
            executable: true,
          },
        ]
      : []
  // What the commands of the guide and verify.sh read
  const environments = first
    ? deployOf(design).environments.map((one) => environmentFile(design, one, varyingOf(plan.stacks), first.drawn))
    : []
  const permissions = permissionFiles(design, plan, {
    byCloudFormation: false,
    isByHand: () => false,
    further: readActions,
  })
  return {
    format: 'terraform',
    files: [textFile('README.md', readme), ...files, ...verify, ...environments, ...permissions],
    remarks,
  }
}

function filesOf(design: Design, { built, folder, asks }: Written, wanted: readonly Asking[]): readonly ExportFile[] {
  const path = (name: string): string => (folder === '' ? name : `${folder}/${name}`)
  const outputs = writeOutputs(built, wanted)
  const hasCode = built.stack.parts.some(({ name }) => name === 'lambda-function')
  return [
    textFile(path('main.tf'), writeMain(built)),
    textFile(path('variables.tf'), writeVariables(asks)),
    ...(outputs === '' ? [] : [textFile(path('outputs.tf'), outputs)]),
    textFile(path('versions.tf'), writeVersions(built)),
    textFile(path('terraform.tfvars.example'), writeExample(asks)),
    ...deployOf(design).environments.map((one) =>
      textFile(path(`environments/${one.name}.tfvars`), writeTfvars(design, one, built.stack, asks)),
    ),
    ...(hasCode ? [textFile(path(`${LAMBDA_FILE}.base64`), `${LAMBDA_ZIP}\n`)] : []),
  ]
}

const onceEach = (all: readonly Asking[]): readonly Asking[] => [
  ...new Map(all.map((one) => [`${one.known} ${one.of}`, one])).values(),
]

const textFile = (path: string, text: string): ExportFile => ({ path, text, executable: false })
