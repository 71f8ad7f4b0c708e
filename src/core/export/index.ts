import type { Catalogue } from '../aws/catalogue.ts'
import { messageOf } from '../base/messageOf.ts'
import { type Design, deployOf, serialiseDesign } from '../model/index.ts'
import { RESERVED_NAMES } from './aws/choices.ts'
import { exportCli } from './cli/exportCli.ts'
import { exportCloudFormation } from './cloudformation/exportCloudFormation.ts'
import { type ExportPlan, planExport } from './plan/planExport.ts'
import { exportPowerShell } from './powershell/exportPowerShell.ts'
import { policyFiles } from './readme/policiesByHand.ts'
import { exportTerraform } from './terraform/exportTerraform.ts'
import { deploymentOf } from './text/deploymentOf.ts'
import type { ExportFormat, ExportOptions, ExportResult, Judged } from './types.ts'

export { EXPORT_FORMATS, isExportFormat } from './formats.ts'
export { MAY_EXIST } from './plan/existing.ts'
export { deploymentOf } from './text/deploymentOf.ts'
export type {
  ExpectedAnswer,
  ExportFile,
  ExportFinding,
  ExportFormat,
  ExportOptions,
  ExportRemark,
  ExportResult,
} from './types.ts'

const formats: {
  readonly [F in ExportFormat]: (
    design: Design,
    plan: ExportPlan,
    judged: Judged,
    drawing: string | null,
  ) => ExportResult
} = {
  cloudformation: exportCloudFormation,
  terraform: exportTerraform,
  cli: exportCli,
  powershell: exportPowerShell,
}

/** The design as files that deploy it, with the design file itself, and what could not be written. The same design gives the same bytes. */
export function exportDesign(
  design: Design,
  catalogue: Catalogue,
  format: ExportFormat,
  { findings = [], answers = [], networkOnly = deployOf(design).networkOnly }: ExportOptions = {},
): ExportResult {
  // what is taken away may be deployed: the drawing that goes with it keeps the name, whatever becomes of the title
  const drawing = drawingOf({ ...design, deployment: deploymentOf(design) })
  const plan = planExport(design, catalogue, RESERVED_NAMES, networkOnly)
  const remarks = 'text' in drawing ? [] : [{ construct: null, message: drawing.problem }]
  const text = 'text' in drawing ? drawing.text : null
  const result = formats[format](
    design,
    { ...plan, remarks: [...plan.remarks, ...remarks] },
    { findings, answers },
    text,
  )
  const drawn = text === null ? [] : [{ path: DESIGN_FILE, text, executable: false }]
  return { ...result, files: [...result.files, ...policyFiles(design, plan), ...drawn] }
}

/** The design as a file, or why it is none: one that was put together by hand may hold what no file can. */
function drawingOf(design: Design): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: serialiseDesign(design) }
  } catch (error) {
    return { problem: `The design file is not in the export. ${messageOf(error)}` }
  }
}

/** What an export calls the design that it was made of. */
const DESIGN_FILE = 'design.hopwise.json'
