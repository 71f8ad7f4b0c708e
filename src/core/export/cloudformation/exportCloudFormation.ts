import { appendAll } from '../../base/appendAll.ts'
import type { Design } from '../../model/design.ts'
import { handStepsOf } from '../commands/handSteps.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { writeReadme } from '../readme/writeReadme.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'
import { packDesign } from '../text/packDesign.ts'
import type { ExportFile, ExportFinding, ExportRemark, ExportResult } from '../types.ts'
import { buildTemplate } from './buildTemplate.ts'
import { deployGuide } from './deployGuide.ts'
import { explainDifferences } from './explainDifferences.ts'
import { findLimits, sizeClass } from './findLimits.ts'
import { printYaml } from './printYaml.ts'
import type { TreeObject } from './resource.ts'
import { withDesign } from './withDesign.ts'
import type { Written } from './written.ts'

/** One template for each account and Region, as YAML and as JSON, with the design file `drawing` in it, and a README. */
export function exportCloudFormation(
  design: Design,
  plan: ExportPlan,
  findings: readonly ExportFinding[],
  drawing: string | null,
): ExportResult {
  const labels = labelsOf(plan.stacks.map((stack) => `${stack.regionCode}-${stack.accountId}`))
  const byHand = handStepsOf(plan.stacks)
  const partNames = new Map(plan.stacks.flatMap(({ parts }) => parts.map(({ key, name }) => [key, name] as const)))
  // What stacks and steps by hand ask of each other becomes an output
  const wanted = new Set([
    ...plan.stacks.flatMap((stack) => [...buildTemplate(design, stack, new Set(), partNames).given.keys()]),
    ...byHand.flatMap((step) => step.takes),
  ])
  const packed = drawing === null ? null : packDesign(drawing)
  const files: ExportFile[] = []
  const limits: ExportRemark[] = []
  const templates = plan.stacks.map((stack, index): Written => {
    const built = buildTemplate(design, stack, wanted, partNames)
    const name = `template${labels[index] === '' ? '' : `-${labels[index]}`}`
    const tree = packed === null ? built.tree : withDesignWhereItFits(built.tree, packed)
    const yaml = printYaml(tree)
    files.push(textFile(`${name}.yaml`, yaml), textFile(`${name}.json`, `${JSON.stringify(tree, null, 2)}\n`))
    appendAll(limits, findLimits(`${name}.yaml`, yaml, built.resources))
    const stackName = [deploymentOf(design), labels[index]].filter((word) => word !== '').join('-')
    return { ...built, stack, path: `${name}.yaml`, stackName }
  })
  const remarks = [...plan.remarks, ...explainDifferences(design, plan, templates), ...limits]
  files.unshift(
    textFile('README.md', writeReadme(design, { ...plan, remarks }, deployGuide(templates, byHand), findings)),
  )
  return { format: 'cloudformation', files, remarks }
}

/** The drawing is left out where it alone would make the template too large for a call: the design file is there as well. */
function withDesignWhereItFits(tree: TreeObject, packed: string): TreeObject {
  const bare = printYaml(tree)
  const full = withDesign(tree, packed)
  return sizeClass(printYaml(full)) === sizeClass(bare) ? full : tree
}

const textFile = (path: string, text: string): ExportFile => ({ path, text, executable: false })
